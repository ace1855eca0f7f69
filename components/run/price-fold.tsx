'use client';

import { type ComponentType, lazy, Suspense, useState } from 'react';
import { Fold } from '@/components/ui/fold.tsx';
import { useDocument } from '@/components/workbench/workbench-context.tsx';

const loadTerms = async (): Promise<ComponentType> => (await import('./price-terms.tsx')).PriceTerms;
const PriceTerms = lazy(async () => ({ default: await loadTerms().catch(() => Unreachable) }));

/** On what terms the request is priced; the form comes when it is opened. */
export function PriceFold() {
  const [isOpened, setOpened] = useState(false);
  const isOwn = useDocument(({ price }) => price !== undefined);
  return (
    <Fold title="Price" aside={isOwn ? 'own terms' : undefined} onOpen={() => setOpened(true)}>
      {isOpened && (
        <Suspense fallback={<p className="text-ink-3">Loading …</p>}>
          <PriceTerms />
        </Suspense>
      )}
    </Fold>
  );
}

function Unreachable() {
  return <p className="text-ink-2">The form could not be fetched: the server did not answer. Reload the page.</p>;
}
