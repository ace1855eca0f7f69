/** `removed` characters (UTF-16 units) of a text from `start` on, and what stands there instead. */
export type TextSplice = readonly [start: number, removed: number, inserted: string];

/** One splice between what both texts start and end with, or `next` itself where that is shorter to write. */
export function spliceOf(base: string, next: string): TextSplice | string {
  const shorter = Math.min(base.length, next.length);
  let start = 0;
  while (start < shorter && base.charCodeAt(start) === next.charCodeAt(start)) start += 1;
  if (isInsidePair(base, start) || isInsidePair(next, start)) start -= 1;
  let kept = 0;
  while (kept < shorter - start && base.charCodeAt(base.length - 1 - kept) === next.charCodeAt(next.length - 1 - kept))
    kept += 1;
  if (isInsidePair(base, base.length - kept) || isInsidePair(next, next.length - kept)) kept -= 1;
  const splice = [start, base.length - kept - start, next.slice(start, next.length - kept)] as const;
  return JSON.stringify(splice).length < JSON.stringify(next).length ? splice : next;
}

/** The spliced text; `undefined` for what is no splice of this text. */
export function applySplice(base: string, splice: readonly unknown[]): string | undefined {
  const [start, removed, inserted] = splice;
  if (splice.length !== 3 || typeof inserted !== 'string') return undefined;
  if (!isCount(start) || !isCount(removed) || start + removed > base.length) return undefined;
  return base.slice(0, start) + inserted + base.slice(start + removed);
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** Would a cut at `at` part a surrogate pair? */
function isInsidePair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
