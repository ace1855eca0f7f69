'use client';

import { type ComponentType, lazy, Suspense } from 'react';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { missedTokens } from '@/lib/cache/explain/missed-tokens.ts';
import { baseline } from '@/lib/store/diagnosis/baseline.ts';
import type { Run } from '@/lib/store/run.ts';

const loadCard = async (): Promise<ComponentType<{ run: Run }>> =>
  (await import('@/components/diagnosis/diagnosis-card.tsx')).DiagnosisCard;

/** A card whose code could not be fetched is no reason to lose the page. */
const DiagnosisCard = lazy(async () => ({ default: await loadCard().catch(() => Nothing) }));

const Nothing: ComponentType<{ run: Run }> = () => null;

/** After a request that read less than it could have: why. The code for it comes when there is something to explain. */
export function DiagnosisSlot() {
  const run = useWorkbench(({ runs }) => runs.at(-1));
  const previous = useWorkbench(({ runs }) => {
    const last = runs.at(-1);
    return last && baseline(runs, last);
  });
  if (!run?.endedAt || !run.reported || !previous?.reported) return null;
  if (!missedTokens(previous.reported, run.reported)) return null;
  return (
    <Suspense>
      <DiagnosisCard key={run.id} run={run} />
    </Suspense>
  );
}
