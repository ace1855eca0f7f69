'use client';

import { useId, useState } from 'react';
import type { AnalysedBlock, Analysis } from '@/lib/store/analysis/analysis.ts';
import { AssembledBlock } from './assembled-block.tsx';
import { BlockRow } from './block-row.tsx';
import { BoundaryLine } from './boundary-line.tsx';
import type { BoundaryPlace } from './boundary-place.ts';
import { STATE_LOOKS, summariseTools } from './describe-block.ts';

type AssembledToolsProps = {
  tools: readonly AnalysedBlock[];
  analysis: Analysis;
  boundary: BoundaryPlace | undefined;
  /** The tool to show opened at first. */
  openTool: string | undefined;
};

/** All tools under one head, closed at first unless one of them is wanted, or at fault. */
export function AssembledTools({ tools, analysis, boundary, openTool }: AssembledToolsProps) {
  const id = useId();
  const { count, end, cost, state, deferred, marks, faults } = summariseTools(tools);
  const [chosen, setChosen] = useState<boolean | undefined>(openTool === undefined ? undefined : true);
  const isOpen = chosen ?? faults > 0;
  const words = [`${tools.length}`, deferred > 0 && `${deferred} deferred`].filter(Boolean).join(', ');
  return (
    <>
      <section aria-label="Tools" className="border-t border-line">
        <BlockRow
          title="Tools"
          aside={<span className="num text-sm text-ink-3">{words}</span>}
          layer="tools"
          isOpen={isOpen}
          onToggle={() => setChosen(!isOpen)}
          controls={id}
          count={count}
          end={end}
          state={state && STATE_LOOKS[state]}
          cost={cost}
          mark={<span className="text-sm text-ink-3">{marks === 0 ? 'none marked' : `${marks} marked`}</span>}
        />
        <div id={id} hidden={!isOpen} className="pl-3">
          {isOpen &&
            tools.map((tool) => (
              <AssembledBlock
                key={tool.id}
                block={tool}
                analysis={analysis}
                boundary={undefined}
                isOpen={tool.id === openTool}
              />
            ))}
        </div>
      </section>
      {boundary && tools.some((tool) => tool.id === boundary.blockId) && <BoundaryLine note={analysis.boundaryBar} />}
    </>
  );
}
