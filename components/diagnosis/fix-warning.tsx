import { useAnalysis } from '@/components/workbench/workbench-context.tsx';
import type { Fix } from '@/lib/document/fix.ts';
import { fixWarning } from '@/lib/store/diagnosis/bound-thinking.ts';

/** Beside the buttons of these fixes: what they may cost besides. */
export function FixWarning({ fixes }: { fixes: readonly Fix[] }) {
  const words = useAnalysis(({ built, card }) =>
    fixes.map((fix) => fixWarning(fix, built.request, card)).find((each) => each !== undefined),
  );
  return words ? <p className="w-full text-sm text-ink-2">{words}</p> : null;
}
