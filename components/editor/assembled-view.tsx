'use client';

import { useEffect, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { Num } from '@/components/ui/num.tsx';
import { useAnalysis } from '@/components/workbench/workbench-context.tsx';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { AssembledBlock } from './assembled-block.tsx';
import { AssembledSummary } from './assembled-summary.tsx';
import { AssembledTools } from './assembled-tools.tsx';
import { BlockHeadings } from './block-row.tsx';
import { boundaryPlace } from './boundary-place.ts';
import { stretchId } from './stretches.ts';

/** The request as it will be sent, block after block in the order in which the provider reads it. */
export function AssembledView() {
  const analysis = useAnalysis((each) => each);
  if (!analysis) return <p className="px-5 py-3 text-ink-3">Counting …</p>;
  if (analysis.blocks.length === 0)
    return (
      <EmptyState title="The request is empty">
        Every tool, section and message is switched off or has no text. Switch one on, or write a message under Send.
      </EmptyState>
    );
  return <Blocks analysis={analysis} />;
}

/** More than this many blocks behind the tools are shown on demand. */
const FIRST_BLOCKS = 120;

/** How much is open: as at first, nothing, or everything; `goal` is the source to go to. */
interface Layout {
  readonly open: 'some' | 'none' | 'all';
  readonly goal?: string | undefined;
}

function Blocks({ analysis }: { analysis: Analysis }) {
  const { blocks, document } = analysis;
  const [layout, setLayout] = useState<Layout>({ open: 'some' });
  const [isWhole, setIsWhole] = useState(false);
  const boundary = useMemo(() => boundaryPlace(blocks, document), [blocks, document]);
  const tools = blocks.filter(({ level }) => level === 'tools');
  const rest = blocks.filter(({ level }) => level !== 'tools');
  const shown = isWhole || layout.goal ? rest : rest.slice(0, FIRST_BLOCKS);
  useEffect(() => {
    if (layout.goal) window.document.getElementById(stretchId(layout.goal))?.scrollIntoView({ block: 'start' });
  }, [layout]);
  return (
    <div className="@container flex flex-col pb-6">
      <AssembledSummary
        analysis={analysis}
        isOpen={layout.open !== 'none'}
        onToggle={() => setLayout({ open: layout.open === 'none' ? 'some' : 'none' })}
        onGo={(goal) => setLayout({ open: 'all', goal })}
      />
      <BlockHeadings />
      {tools.length > 0 && (
        <AssembledTools
          key={layout.open}
          tools={tools}
          analysis={analysis}
          boundary={boundary}
          openTool={layout.goal && tools.find(({ sources }) => sources[0]?.key === layout.goal)?.id}
        />
      )}
      {shown.map((block) => (
        <AssembledBlock
          key={`${block.id} ${layout.open}`}
          block={block}
          analysis={analysis}
          boundary={boundary}
          isOpen={layout.open !== 'none'}
        />
      ))}
      {shown.length < rest.length && (
        <div className="px-5 py-3">
          <Button onClick={() => setIsWhole(true)}>
            Show <Num value={rest.length - shown.length} /> more blocks
          </Button>
        </div>
      )}
    </div>
  );
}
