'use client';

import { type ComponentType, lazy, Suspense } from 'react';
import { useAnalysis, useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { missedTokens } from '@/lib/cache/explain/missed-tokens.ts';
import { baseline } from '@/lib/store/diagnosis/baseline.ts';
import type { Run } from '@/lib/store/run.ts';

const loadCard = async (): Promise<ComponentType<{ run: Run }>> =>
  (await import('@/components/diagnosis/diagnosis-card.tsx')).DiagnosisCard;

/** A card whose code could not be fetched is no reason to lose the page. */
const DiagnosisCard = lazy(async () => ({ default: await loadCard().catch(() => Nothing) }));

const Nothing: ComponentType<{ run: Run }> = () => null;

const loadNext = async (): Promise<ComponentType<{ run: Run }>> =>
  (await import('@/components/diagnosis/next-break.tsx')).NextBreak;

const NextBreak = lazy(async () => ({ default: await loadNext().catch(() => Nothing) }));

/** Before a request that will read less than it could: why. */
export function NextBreakSlot() {
  const run = useWorkbench(({ runs }) => runs.at(-1));
  const backend = useDocument((document) => document.backend);
  const isShort = useAnalysis(
    ({ prediction }) => run?.reported !== undefined && missedTokens(run.reported, prediction.usage) !== undefined,
  );
  if (!run?.endedAt || !isShort || run.backend !== backend) return null;
  return (
    <Suspense>
      <NextBreak run={run} />
    </Suspense>
  );
}

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
