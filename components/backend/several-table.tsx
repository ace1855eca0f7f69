'use client';

import { Num } from '@/components/ui/num.tsx';
import { useDocument } from '@/components/workbench/workbench-context.tsx';
import { formatMoney } from '@/lib/pricing/money.ts';
import type { PriceTerms } from '@/lib/pricing/price-terms.ts';
import { isRunning, type Run } from '@/lib/store/run.ts';
import { runFigures } from '@/lib/store/run-figures.ts';
import { predictedUsage, USAGE_LABELS, usageRows } from '@/lib/store/usage-rows.ts';

type SeveralTableProps = { runs: readonly Run[]; nameOf: (backend: string) => string };

/** The same request on several backends: predicted beside reported for each, then times and cost. */
export function SeveralTable({ runs, nameOf }: SeveralTableProps) {
  const terms = useDocument(({ price }) => price);
  const rows = runs.map(({ prediction, reported }) => usageRows(predictedUsage(prediction), reported));
  const labels = USAGE_LABELS.filter((label) => rows.some((each) => each.some((row) => row.label === label)));
  return (
    <section
      aria-label="Figures by backend"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard
      tabIndex={0}
      className="focus-inset overflow-x-auto"
    >
      <table aria-label="Several backends" className="w-full min-w-max">
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="pr-3 text-left text-xs font-normal text-ink-3">
              Tokens
            </th>
            {runs.map((run) => (
              <th key={run.id} scope="colgroup" colSpan={2} className="pl-3 text-right">
                <span className="block max-w-48 truncate font-semibold">{nameOf(run.backend)}</span>
                <span className="block max-w-48 truncate font-mono text-xs font-normal text-ink-3">{run.model}</span>
              </th>
            ))}
          </tr>
          <tr className="text-xs text-ink-3">
            {runs.flatMap((run) =>
              ['Predicted', 'Reported'].map((label) => (
                <th key={`${run.id}-${label}`} scope="col" className="pl-3 text-right font-normal">
                  {label}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {labels.map((label) => (
            <tr key={label} className="border-t border-line">
              <th scope="row" className="py-0.5 text-left font-normal">
                {label}
              </th>
              {runs.flatMap((run, index) => {
                const row = rows[index]?.find((each) => each.label === label);
                return [
                  <td key={`${run.id}-p`} className="pl-3 text-right">
                    <Num value={row?.predicted} method="predicted" />
                  </td>,
                  <td key={`${run.id}-r`} className="pl-3 text-right">
                    <Num
                      value={row?.reported}
                      method="reported"
                      title={row?.reported === undefined ? 'Not reported' : `Reported by ${nameOf(run.backend)}`}
                    />
                  </td>,
                ];
              })}
            </tr>
          ))}
          <Line label="First token, ms" runs={runs} value={({ firstTokenAt, sentAt }) => since(firstTokenAt, sentAt)} />
          <Line label="Whole answer, ms" runs={runs} value={({ endedAt, sentAt }) => since(endedAt, sentAt)} />
          <Line label="Cost" runs={runs} value={(run) => costOf(run, terms)} />
          <tr className="border-t border-line">
            <th scope="row" className="py-0.5 text-left font-normal">
              Outcome
            </th>
            {runs.map((run) => (
              <td key={run.id} colSpan={2} className="max-w-64 pl-3 text-right text-sm wrap-anywhere whitespace-normal">
                {isRunning(run) ? 'Answering …' : (run.failure?.message ?? 'Answered')}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

const since = (at: number | undefined, from: number): number | undefined => (at === undefined ? undefined : at - from);

function costOf(run: Run, terms: PriceTerms | undefined): string | undefined {
  const { cost } = runFigures(run, terms);
  return cost === undefined ? undefined : formatMoney(cost);
}

type LineProps = { label: string; runs: readonly Run[]; value: (run: Run) => number | string | undefined };

/** A figure that is seen, not predicted. */
function Line({ label, runs, value }: LineProps) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-0.5 text-left font-normal">
        {label}
      </th>
      {runs.map((run) => (
        <td key={run.id} colSpan={2} className="pl-3 text-right">
          <Num value={value(run)} title={label === 'Cost' ? 'Of the reported usage' : 'Measured by this page'} />
        </td>
      ))}
    </tr>
  );
}
