import { memo } from 'react';
import { CODE_WRAP, MARK_CLASS } from './code-frame.ts';
import { type Language, linePieces } from './highlight-line.ts';

/** Lines as CodeMirror would draw them: numbers, wrapping, highlighting. Only for the eye; the field on top speaks. */
export function NumberedLines({ lines, language }: { lines: readonly string[]; language: Language }) {
  return (
    <div aria-hidden="true">
      {numbered(lines).map(({ number, line }) => (
        <NumberedLine key={number} number={number} line={line} language={language} />
      ))}
    </div>
  );
}

const numbered = (lines: readonly string[]) => lines.map((line, index) => ({ number: index + 1, line }));

/** The width of the column of numbers, by how many digits the last one has; as wide as CodeMirror makes it. */
const GUTTERS = [
  '[--code-gutter:max(var(--code-least),calc(1ch+14px))]',
  '[--code-gutter:max(var(--code-least),calc(2ch+14px))]',
  '[--code-gutter:max(var(--code-least),calc(3ch+14px))]',
  '[--code-gutter:max(var(--code-least),calc(4ch+14px))]',
] as const;

/** Goes on what holds numbered lines and their field. */
export const gutterClass = (lineCount: number): string => GUTTERS[String(lineCount).length - 1] ?? GUTTERS[3];

const NumberedLine = memo(({ number, line, language }: { number: number; line: string; language: Language }) => (
  <div className="grid min-h-[1.65em] grid-cols-[var(--code-gutter)_minmax(0,1fr)]">
    <span className="pr-3.5 text-right text-ink-3 tabular-nums">{number}</span>
    <span className={`pr-(--code-end) ${CODE_WRAP}`}>
      {linePieces(line, language).map(({ start, text, kind }) => (
        <span key={start} className={kind && MARK_CLASS[kind]}>
          {text}
        </span>
      ))}
    </span>
  </div>
));
