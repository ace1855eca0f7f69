import { commonPrefix } from './divergence.ts';

/** A text around its difference from another: what stands in front, what differs, and what follows, each shortened. */
export interface Snippet {
  readonly before: string;
  readonly changed: string;
  readonly after: string;
}

const AROUND = 32;
const LONGEST = 96;

/** What a text says where it differs from another, and what the other says there. */
export function snippets(was: string, now: string): { readonly was: Snippet; readonly now: Snippet } {
  const start = wholeStart(was, commonPrefix(was, now));
  const tail = commonSuffix(was.slice(start), now.slice(start));
  return { was: around(was, start, was.length - tail), now: around(now, start, now.length - tail) };
}

function around(text: string, start: number, end: number): Snippet {
  const changed = text.slice(start, end);
  const lead = text.slice(0, start);
  return {
    before: shortenedStart(lead.slice(lead.lastIndexOf('\n') + 1)),
    changed: changed.length > LONGEST ? `${wholeEnd(changed.slice(0, LONGEST))}…` : changed,
    after: changed.length > LONGEST ? '' : shortenedEnd(text.slice(end).split('\n', 1)[0] ?? ''),
  };
}

/** How many characters two texts have in common at their end; never half a character. */
export function commonSuffix(left: string, right: string): number {
  const most = Math.min(left.length, right.length);
  let length = 0;
  while (length < most && left.charCodeAt(left.length - 1 - length) === right.charCodeAt(right.length - 1 - length))
    length += 1;
  return length > 0 && isLowSurrogate(left, left.length - length) ? length - 1 : length;
}

const isLowSurrogate = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
const wholeStart = (text: string, at: number): number => (at > 0 && isLowSurrogate(text, at) ? at - 1 : at);
const wholeEnd = (text: string): string => text.replace(/[\ud800-\udbff]$/, '');
const shortenedStart = (text: string): string =>
  text.length > AROUND ? `…${text.slice(-AROUND).replace(/^[\udc00-\udfff]/, '')}` : text;
const shortenedEnd = (text: string): string => (text.length > AROUND ? `${wholeEnd(text.slice(0, AROUND))}…` : text);
