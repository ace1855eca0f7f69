import type { FlatBlock, Ttl } from './flatten-request.ts';

/** One `cache_control` of a request. `path` is the block or part that carries it, `blockPath` the block at whose end it acts. */
export interface RequestMark {
  readonly path: string;
  readonly blockPath: string;
  readonly ttl: Ttl;
  readonly type: string | undefined;
  readonly isEmptyText: boolean;
}

/** Every mark of a request in the provider's order; the parts of a tool's result come before the result itself. */
export function requestMarks(blocks: readonly FlatBlock[]): RequestMark[] {
  const marks: RequestMark[] = [];
  for (const { path, value, breakpoint: ttl, nested } of blocks) {
    if (nested) for (const part of nested) marks.push({ ...part, blockPath: path });
    const isEmptyText = value.type === 'text' && value.text === '';
    if (ttl) marks.push({ path, blockPath: path, ttl, type: value.type ?? undefined, isEmptyText });
  }
  return marks;
}
