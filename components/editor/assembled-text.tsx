'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Num } from '@/components/ui/num.tsx';
import type { Document } from '@/lib/document/document.ts';
import type { AnalysedBlock } from '@/lib/store/analysis/analysis.ts';
import { BoundaryLine } from './boundary-line.tsx';
import { StretchText } from './stretch-text.tsx';
import { blockStretches, cutStretches } from './stretches.ts';

/** More characters than this are shown on demand. */
const FIRST_CHARACTERS = 20_000;

type AssembledTextProps = {
  block: AnalysedBlock;
  document: Document;
  /** The boundary inside the block, behind the source with this index. */
  boundary: { readonly after: number; readonly note: string | undefined } | undefined;
};

/** A block's text as sent, by where it came from. */
export function AssembledText({ block, document, boundary }: AssembledTextProps) {
  const [isWhole, setIsWhole] = useState(false);
  const all = blockStretches(block, document);
  const { stretches, left } = isWhole ? { stretches: all, left: 0 } : cutStretches(all, FIRST_CHARACTERS);
  return (
    <div className="pt-2 pb-2">
      {boundary?.after === -1 && <BoundaryLine note={boundary.note} />}
      {stretches.map((stretch, index) => (
        <div key={stretch.id}>
          <StretchText stretch={stretch} isMarked={all.length > 1 || stretch.title !== block.title} />
          {boundary?.after === index && <BoundaryLine note={boundary.note} />}
        </div>
      ))}
      {left > 0 && (
        <div className="px-3.5 py-2 @md:px-5">
          <Button onClick={() => setIsWhole(true)}>
            Show all, <Num value={left} /> characters more
          </Button>
        </div>
      )}
    </div>
  );
}
