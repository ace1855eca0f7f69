/** Compared in one go: long enough to be fast, short enough to find the place in it. */
const STRIDE = 1024;

/** How many UTF-16 units two texts have in common from their start. */
export function commonPrefixLength(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let at = 0;
  while (at + STRIDE <= most && left.slice(at, at + STRIDE) === right.slice(at, at + STRIDE)) at += STRIDE;
  while (at < most && left.charCodeAt(at) === right.charCodeAt(at)) at += 1;
  return at;
}
