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
  return blocks.flatMap(({ path, value, breakpoint, nested }) => [
    ...(nested ?? []).map((part) => ({ ...part, blockPath: path })),
    ...(breakpoint
      ? [
          {
            path,
            blockPath: path,
            ttl: breakpoint,
            type: value.type ?? undefined,
            isEmptyText: value.type === 'text' && value.text === '',
          },
        ]
      : []),
  ]);
}
