import type { DiffLine } from '@/components/editor/line-diff.ts';
import { markedPieces } from '@/components/editor/word-marks.ts';

const LOOKS = {
  same: { line: '', word: '', words: '' },
  removed: { line: 'bg-layer-volatile/12', word: 'bg-layer-volatile/35', words: 'only in mine:' },
  added: { line: 'bg-layer-static/12', word: 'bg-layer-static/40', words: 'only in the new one:' },
} as const;

type SideTextProps = { label: string; text: string | undefined; lines: readonly DiffLine[] | undefined };

/** One of two texts, the lines that the other does not have tinted, and the words that differ more so. */
export function SideText({ label, text, lines }: SideTextProps) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
      tabIndex={0}
      aria-label={label}
      className="focus-inset max-h-48 overflow-y-auto px-2 pb-2 font-mono text-xs wrap-anywhere whitespace-pre-wrap"
    >
      {text === undefined
        ? 'Not there.'
        : (lines?.map((line) => <Line key={`${line.before} ${line.after}`} line={line} />) ?? text)}
    </section>
  );
}

function Line({ line: { type, text, marks } }: { line: DiffLine }) {
  const { line, word, words } = LOOKS[type];
  return (
    <div className={`min-h-[1.4em] ${line}`}>
      {words !== '' && <span className="sr-only">{words} </span>}
      {markedPieces(text, marks).map(({ start, text: piece, isMarked }) => (
        <span key={start} className={isMarked ? word : undefined}>
          {piece}
        </span>
      ))}
    </div>
  );
}
