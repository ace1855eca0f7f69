import { compareTexts } from '@/components/editor/compare-texts.ts';
import { DiffLines } from '@/components/editor/diff-lines.tsx';
import { comparedText } from '@/lib/cache/explain/divergence.ts';
import type { FlatBlock } from '@/lib/request/flatten-request.ts';

/** What the block says in each request where they part, line by line. */
export function BlockDiff({ was, now }: { was: FlatBlock | undefined; now: FlatBlock | undefined }) {
  const language = (now ?? was)?.value.type === 'text' ? 'plain' : 'json';
  const comparison = compareTexts({ original: comparedText(was), current: { language, text: comparedText(now) } });
  return (
    <section
      aria-label="Difference"
      className="@container mt-3 overflow-hidden rounded-md border border-line bg-paper py-2"
    >
      {typeof comparison === 'string' ? <p className="px-3.5">{comparison}</p> : <DiffLines hunks={comparison} />}
    </section>
  );
}
