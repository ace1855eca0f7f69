import type { DiffHunk } from '@/components/editor/fold-lines.ts';
import type { DiffLine } from '@/components/editor/line-diff.ts';
import { markedPieces } from '@/components/editor/word-marks.ts';

const LOOKS = {
  same: { line: '', word: '', words: '' },
  removed: { line: 'bg-layer-volatile/12', word: 'bg-layer-volatile/25', words: 'only in mine:' },
  added: { line: 'bg-layer-static/12', word: 'bg-layer-static/30', words: 'only in the new one:' },
} as const;

type SideTextProps = {
  label: string;
  text: string | undefined;
  hunks: readonly DiffHunk[] | undefined;
  /** The lines that only the other one has. */
  leftOut: 'added' | 'removed';
};

/** One of two texts, the lines that the other does not have tinted, the words that differ more so; what is alike is folded up. */
export function SideText({ label, text, hunks, leftOut }: SideTextProps) {
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
      tabIndex={0}
      aria-label={label}
      className="focus-inset max-h-48 overflow-y-auto px-2 pb-2 font-mono text-xs wrap-anywhere whitespace-pre-wrap"
    >
      {text === undefined
        ? 'Not there.'
        : (hunks?.map((hunk) => <Hunk key={keyOf(hunk)} hunk={hunk} leftOut={leftOut} />) ?? text)}
    </section>
  );
}

const keyOf = ({ lines: [first] }: DiffHunk): string => `${first?.before} ${first?.after}`;

function Hunk({ hunk: { isFolded, lines }, leftOut }: { hunk: DiffHunk; leftOut: DiffLine['type'] }) {
  const drawn = lines
    .filter(({ type }) => type !== leftOut)
    .map((line) => <Line key={`${line.before} ${line.after}`} line={line} />);
  if (!isFolded) return drawn;
  return (
    <details>
      <summary className="cursor-pointer text-ink-3 hover:text-ink">{lines.length} lines alike</summary>
      {drawn}
    </details>
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
