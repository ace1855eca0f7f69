'use client';

import { latePart } from '@/components/ui/late-part.tsx';
import { useAnalysis, useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { missedTokens } from '@/lib/cache/explain/missed-tokens.ts';
import { baseline } from '@/lib/store/diagnosis/baseline.ts';
import { predictedUsage } from '@/lib/store/usage-rows.ts';

const DiagnosisCard = latePart(async () => (await import('@/components/diagnosis/diagnosis-card.tsx')).DiagnosisCard);
const NextBreak = latePart(async () => (await import('@/components/diagnosis/next-break.tsx')).NextBreak);

/** Before a request that will read less than it could: why. */
export function NextBreakSlot() {
  const run = useWorkbench(({ runs }) => runs.at(-1));
  const backend = useDocument((document) => document.backend);
  const isShort = useAnalysis(({ prediction }) => {
    const next = predictedUsage(prediction);
    return run?.reported !== undefined && next !== undefined && missedTokens(run.reported, next) !== undefined;
  });
  if (!run?.endedAt || !isShort || run.backend !== backend) return null;
  return <NextBreak run={run} />;
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
  return <DiagnosisCard key={run.id} run={run} />;
}
