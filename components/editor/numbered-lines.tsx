import { memo } from 'react';
import { CODE_WRAP, MARK_CLASS } from './code-frame.ts';
import { type Language, linePieces } from './highlight-line.ts';

/** A text as CodeMirror would draw it: numbers, wrapped lines, highlighting. Only for the eye; the field on top speaks. */
export function NumberedLines({ text, language }: { text: string; language: Language }) {
  return (
    <div aria-hidden="true">
      {numbered(text).map(({ number, line }) => (
        <NumberedLine key={number} number={number} line={line} language={language} />
      ))}
    </div>
  );
}

const numbered = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, line }));

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
