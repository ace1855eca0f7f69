'use client';

import { useState } from 'react';
import { Fold } from '@/components/ui/fold.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { useAnalysis, useDocument } from '@/components/workbench/workbench-context.tsx';

const PriceTerms = latePart(async () => (await import('./price-terms.tsx')).PriceTerms, {
  waiting: <p className="text-ink-3">Loading …</p>,
});

/** On what terms the request is priced; the form comes when it is opened. */
export function PriceFold() {
  const [isOpened, setOpened] = useState(false);
  const isOwn = useDocument(({ price }) => price !== undefined);
  const readOn = useAnalysis(({ oldPricesOf }) => oldPricesOf);
  const age = readOn && `old prices, of ${readOn}`;
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
