'use client';

import { useState } from 'react';
import { Fold } from '@/components/ui/fold.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { useAnalysis, useDocument } from '@/components/workbench/workbench-context.tsx';
import { stalePrices, today } from './price-age.ts';

const PriceTerms = latePart(async () => (await import('./price-terms.tsx')).PriceTerms, {
  waiting: <p className="text-ink-3">Loading …</p>,
});

/** On what terms the request is priced; the form comes when it is opened. */
export function PriceFold() {
  const [isOpened, setOpened] = useState(false);
  const isOwn = useDocument(({ price }) => price !== undefined);
  const staleOn = useAnalysis(({ card, price }) => (card && card === price ? stalePrices(card, today()) : undefined));
  const age = staleOn && `old prices, of ${staleOn}`;
  return (
    <Fold
      title="Price"
      aside={[isOwn && 'own terms', age].filter(Boolean).join(', ') || undefined}
      onOpen={() => setOpened(true)}
    >
      {isOpened && <PriceTerms />}
    </Fold>
  );
}
