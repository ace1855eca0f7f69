'use client';

import { Num } from '@/components/ui/num.tsx';
import { useAnalysis, useSame, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Run } from '@/lib/store/run.ts';
import { predictedUsage, usageRows } from '@/lib/store/usage-rows.ts';

/** Usage of the last request, or of the next one before any was sent: predicted beside reported, and what must be known of predictions. */
export function UsageTable({ run }: { run: Run | undefined }) {
  const next = useAnalysis(useSame(({ prediction }) => predictedUsage(prediction)));
  const backend = useWorkbench(({ backends }) => backends.find(({ id }) => id === run?.backend)?.name);
  const note = useAnalysis(({ predictionNote, document }) =>
    run === undefined || run.backend === document.backend ? predictionNote : undefined,
  );
  const rows = usageRows(run ? predictedUsage(run.prediction) : next, run?.reported);
  return (
    <>
      <table aria-label="Usage" className="mt-3 w-full">
        <thead className="text-xs text-ink-3">
          <tr>
            <th scope="col" className="text-left font-normal">
              {run ? `Request ${run.number}${run.compaction ? ', a compaction' : ''}, tokens` : 'Next request, tokens'}
            </th>
            <th scope="col" className="text-right font-normal">
              Predicted
            </th>
            <th scope="col" className="pl-3 text-right font-normal">
              Reported
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, predicted, reported }) => (
            <tr key={label}>
              <th scope="row" className="py-0.5 text-left font-normal">
                {label}
              </th>
              <td className="text-right">
                <Num
                  value={predicted}
                  method="predicted"
                  {...(predicted === undefined && {
                    title: label === 'Output' ? 'Output is not predicted' : 'Not predicted',
                  })}
                />
              </td>
              <td className="pl-3 text-right">
                <Num
                  value={reported}
                  method="reported"
                  title={reported === undefined ? 'Not reported' : `Reported by ${backend}`}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {note && <p className="mt-1 text-xs text-ink-3">{note}</p>}
    </>
  );
}
