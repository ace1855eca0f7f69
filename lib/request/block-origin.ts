import { type BlockSource, type Layer, type Span, sourceKey } from '@/lib/prompt/block.ts';

/** Characters `start`–`end` of a block, and what a person calls the source they came from. */
export interface OriginSpan {
  readonly key: string;
  readonly title: string;
  readonly source: BlockSource;
  /** Absent in logs older than it. */
  readonly layer?: Layer;
  readonly start: number;
  readonly end: number;
}

/** What a block of a request was made from: little beside its text, so that it can be kept with the request. */
export interface BlockOrigin {
  readonly path: string;
  readonly title: string;
  readonly spans: readonly OriginSpan[];
}

/** The origin of a block, neighbouring spans of one source joined; `titleOf` names a source. */
export function blockOrigin(
  { path, title, spans }: { readonly path: string; readonly title: string; readonly spans: readonly Span[] },
  titleOf: (source: BlockSource) => string,
): BlockOrigin {
  const joined: OriginSpan[] = [];
  for (const { source, layer, start, end } of spans) {
    const last = joined.at(-1);
    const key = sourceKey(source);
    if (last?.key === key) joined[joined.length - 1] = { ...last, end };
    else joined.push({ key, title: titleOf(source), source, layer, start, end });
  }
  return { path, title, spans: joined };
}

/** The part of a block in which it differs from its former self, and the character of that part at which it does. */
export interface OriginDifference {
  readonly span: OriginSpan;
  readonly change: 'changed' | 'added' | 'removed' | 'moved';
  readonly character: number;
}

interface Part {
  readonly span: OriginSpan;
  readonly text: string;
}

/** Finds the first part in which two versions of a block differ; `undefined` where nothing is known of their parts. */
export function originDifference(
  was: { readonly text: string; readonly origin: BlockOrigin | undefined },
  now: { readonly text: string; readonly origin: BlockOrigin | undefined },
): OriginDifference | undefined {
  const partsOf = ({ text, origin }: typeof was): Part[] =>
    (origin?.spans ?? []).map((span) => ({ span, text: text.slice(span.start, span.end) }));
  const [before, after] = [partsOf(was), partsOf(now)];
  const most = Math.max(before.length, after.length);
  for (let at = 0; at < most; at += 1) {
    const [left, right] = [before[at], after[at]];
    if (left && right && left.span.key === right.span.key) {
      if (left.text !== right.text)
        return { span: right.span, change: 'changed', character: commonLength(left.text, right.text) };
      continue;
    }
    const isNew = right && !before.some(({ span }) => span.key === right.span.key);
    const isGone = left && !after.some(({ span }) => span.key === left.span.key);
    if (right && isNew) return { span: right.span, change: 'added', character: 0 };
    if (left && isGone) return { span: left.span, change: 'removed', character: 0 };
    const moved = right ?? left;
    return moved && { span: moved.span, change: 'moved', character: 0 };
  }
  return undefined;
}

function commonLength(left: string, right: string): number {
  let at = 0;
  while (at < Math.min(left.length, right.length) && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  return at;
}
