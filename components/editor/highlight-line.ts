import { TEMPLATE_TAG } from '@/lib/prompt/template.ts';

/** `template`: Markdown with tags in braces. */
export type Language = 'template' | 'markdown' | 'json' | 'plain';

export type MarkKind = 'heading' | 'tag' | 'key';

/** Characters `start`–`end` of a line that look different. */
export interface LineMark {
  readonly start: number;
  readonly end: number;
  readonly kind: MarkKind;
}

/** A line of this many characters is data, not prose. */
const LONGEST_LINE = 5_000;
const HEADING = /^#{1,6} /;
const JSON_KEY = /"(?:[^"\\]|\\.)*"(?=\s*:)/g;

/** What stands out in one line: in order, without overlap. A very long line has nothing. */
export function highlightLine(line: string, language: Language): readonly LineMark[] {
  if (line.length > LONGEST_LINE || language === 'plain') return [];
  if (language === 'json') return matches(line, JSON_KEY, 'key');
  const tags =
    language === 'template' ? matches(line, TEMPLATE_TAG, 'tag').filter((tag) => line[tag.start] !== '\\') : [];
  return HEADING.test(line) ? [...around(tags, line.length)] : tags;
}

const matches = (line: string, pattern: RegExp, kind: MarkKind): LineMark[] =>
  [...line.matchAll(pattern)].map(({ index, 0: text }) => ({ start: index, end: index + text.length, kind }));

/** A heading with its tags: the heading is what they leave. */
function* around(tags: readonly LineMark[], length: number): Iterable<LineMark> {
  let at = 0;
  for (const tag of tags) {
    if (tag.start > at) yield { start: at, end: tag.start, kind: 'heading' };
    yield tag;
    at = tag.end;
  }
  if (at < length) yield { start: at, end: length, kind: 'heading' };
}

export interface LinePiece {
  readonly start: number;
  readonly text: string;
  readonly kind: MarkKind | undefined;
}

/** The whole line cut at its marks. */
export function linePieces(line: string, language: Language): LinePiece[] {
  const pieces: LinePiece[] = [];
  let at = 0;
  const plainUntil = (end: number) => {
    if (end > at) pieces.push({ start: at, text: line.slice(at, end), kind: undefined });
  };
  for (const { start, end, kind } of highlightLine(line, language)) {
    plainUntil(start);
    pieces.push({ start, text: line.slice(start, end), kind });
    at = end;
  }
  plainUntil(line.length);
  return pieces;
}
