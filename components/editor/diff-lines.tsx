'use client';

import { useState } from 'react';
import { CODE_WRAP } from './code-frame.ts';
import type { DiffHunk } from './fold-lines.ts';
import type { DiffLine } from './line-diff.ts';
import { markedPieces } from './word-marks.ts';

const LOOKS = {
  same: { row: '', word: '', sign: '', words: '' },
  removed: { row: 'bg-layer-volatile/12', word: 'bg-layer-volatile/35', sign: '−', words: 'removed' },
  added: { row: 'bg-layer-static/12', word: 'bg-layer-static/40', sign: '+', words: 'added' },
} as const;

/** More characters of one line than this are counted, not shown. */
const LONGEST_LINE = 5_000;

/** Lines of two texts, changed ones tinted, the words that differ more so; long equal stretches folded. */
export function DiffLines({ hunks }: { hunks: readonly DiffHunk[] }) {
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  return (
    <div className="font-mono leading-[1.65]">
      {hunks.map(({ isFolded, lines }) => {
        const at = lines[0]?.before ?? -(lines[0]?.after ?? 0);
        return isFolded && !opened.has(at) ? (
          <button
            key={at}
            type="button"
            onClick={() => setOpened(new Set([...opened, at]))}
            className="focus-inset block w-full bg-sunken px-3.5 py-0.5 text-left text-sm text-ink-3 hover:text-ink @md:px-5"
          >
            {lines.length} unchanged lines
          </button>
        ) : (
          <div key={at}>
            {lines.map((line) => (
              <Line key={`${line.before} ${line.after}`} line={line} />
            ))}
          </div>
        );
      })}
    </div>
  );
}

function Line({ line: { type, text, before, after, marks } }: { line: DiffLine }) {
  const { row, word, sign, words } = LOOKS[type];
  return (
    <div
      className={`grid min-h-[1.65em] grid-cols-[28px_28px_18px_minmax(0,1fr)] px-3.5 @md:grid-cols-[36px_44px_28px_minmax(0,1fr)] @md:px-5 ${row}`}
    >
      <span aria-hidden="true" className="pr-2 text-right text-ink-3 tabular-nums select-none">
        {before}
      </span>
      <span aria-hidden="true" className="pr-2 text-right text-ink-3 tabular-nums select-none">
        {after}
      </span>
      <span className="text-center text-ink-2 select-none">
        <span aria-hidden="true">{sign}</span>
        <span className="sr-only">{words}</span>
      </span>
      <span className={CODE_WRAP}>
        {markedPieces(text.slice(0, LONGEST_LINE), marks).map(({ start, text: piece, isMarked }) => (
          <span key={start} className={isMarked ? word : undefined}>
            {piece}
          </span>
        ))}
        {text.length > LONGEST_LINE && (
          <span className="text-ink-3"> … {(text.length - LONGEST_LINE).toLocaleString('en-US')} more</span>
        )}
      </span>
    </div>
  );
}
