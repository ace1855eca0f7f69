'use client';

import { useState } from 'react';
import { Fold } from '@/components/ui/fold.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { useAnalysis, useDocument } from '@/components/workbench/workbench-context.tsx';
import { dayOf } from '@/lib/pricing/day.ts';
import { stalePrices } from '@/lib/pricing/stale-prices.ts';

const PriceTerms = latePart(async () => (await import('./price-terms.tsx')).PriceTerms, {
  waiting: <p className="text-ink-3">Loading …</p>,
});

/** On what terms the request is priced; the form comes when it is opened. */
export function PriceFold() {
  const [isOpened, setOpened] = useState(false);
  const isOwn = useDocument(({ price }) => price !== undefined);
  const pricedBy = useAnalysis(({ card, price }) => (card === price ? card : undefined));
  const staleOn = stalePrices(pricedBy, dayOf(Date.now()));
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
