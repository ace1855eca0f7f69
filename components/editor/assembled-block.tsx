'use client';

import { useId, useState } from 'react';
import { Notice } from '@/components/ui/notice.tsx';
import type { AnalysedBlock, Analysis } from '@/lib/store/analysis/analysis.ts';
import { AssembledText } from './assembled-text.tsx';
import { BlockRow } from './block-row.tsx';
import { BoundaryLine } from './boundary-line.tsx';
import type { BoundaryPlace } from './boundary-place.ts';
import { hiddenWords, idleMark, predictedCost, STATE_LOOKS } from './describe-block.ts';
import { MarkSelect } from './mark-select.tsx';

type AssembledBlockProps = {
  block: AnalysedBlock;
  analysis: Analysis;
  boundary: BoundaryPlace | undefined;
  /** Open at first. */
  isOpen: boolean;
};

/** One block: its figures, its mark with what is wrong with it, and its text by where it came from. */
export function AssembledBlock({ block, analysis, boundary, isOpen: isOpenAtFirst }: AssembledBlockProps) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const { document } = analysis;
  const idle = idleMark(analysis, block);
  const hidden = hiddenWords(block);
  const own = boundary?.blockId === block.id ? boundary : undefined;
  return (
    <>
      <section aria-label={block.title} className="border-t border-line">
        <BlockRow
          title={block.title}
          layer={block.layer}
          isOpen={isOpen}
          onToggle={() => setIsOpen(!isOpen)}
          controls={id}
          count={block.count}
          end={block.end}
          state={STATE_LOOKS[block.state]}
          cost={predictedCost(block)}
          mark={<MarkSelect block={block} document={document} />}
        />
        {hidden && <p className="px-3.5 pt-1.5 text-sm text-ink-3 @md:px-5">{hidden}</p>}
        {idle && <p className="px-3.5 pb-1.5 text-sm text-ink-2 @md:px-5 @2xl:text-right">{idle}</p>}
        {block.faults.map(({ message, fix }) => (
          <Notice key={message} tone="error" title="The provider would refuse this." className="mx-3.5 mb-2 @md:mx-5">
            {message} {fix}
          </Notice>
        ))}
        <div id={id} hidden={!isOpen}>
          {isOpen && (
            <AssembledText
              block={block}
              document={document}
              boundary={own && !own.isBlockEnd ? { after: own.source, note: analysis.boundaryBar } : undefined}
            />
          )}
        </div>
      </section>
      {own?.isBlockEnd && <BoundaryLine note={analysis.boundaryBar} />}
    </>
  );
}
