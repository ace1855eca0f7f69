'use client';

import { Num } from '@/components/ui/num.tsx';
import { Panel } from '@/components/ui/panel.tsx';
import { Swatch } from '@/components/ui/swatch.tsx';
import { useAnalysis } from '@/components/workbench/workbench-context.tsx';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { CalibrationLine } from './calibration-line.tsx';
import { costLines, costSteps, saving } from './cost-lines.ts';
import { costTitle, describeTokenBand, laterCostTitle } from './describe-band.ts';
import { describeCount } from './describe-count.ts';
import { ExactCount } from './exact-count.tsx';

/** The predicted bill of the request as it stands, beside what it would be without caching. */
export function CostPanel() {
  const analysis = useAnalysis((each) => each);
  return (
    <Panel
      title="This request"
      aside={analysis && <span title={describeTokenBand(analysis.total)}>{describeCount(analysis)}</span>}
    >
      {analysis ? <Costs analysis={analysis} /> : <p className="text-ink-3">Counting …</p>}
      <CalibrationLine />
      <ExactCount />
    </Panel>
  );
}

function Costs({ analysis }: { analysis: Analysis }) {
  const steps = costSteps(analysis);
  const { total } = analysis;
  const [now, ...later] = steps;
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-3">
        <dt className="text-xs text-ink-2">With this layout</dt>
        <dt className="text-xs text-ink-2">Without caching</dt>
        <dd className="num text-xl font-semibold tracking-[-0.03em]">
          <Num
            value={now?.cached}
            method="predicted"
            title={costTitle('Predicted input cost of the next request', now?.cachedCost, total)}
          />
        </dd>
        <dd className="num text-xl font-semibold tracking-[-0.03em] text-ink-3">
          <Num
            value={now?.uncached}
            method={total.method}
            title={costTitle('Input cost with no mark at all', now?.uncachedCost, total)}
          />
        </dd>
      </dl>
      <table className="mt-2.5 w-full" aria-label="Cost by request">
        <tbody>
          {later.map(({ label, cached, uncached, cachedCost, uncachedCost }) => (
            <tr key={label}>
              <th scope="row" className="py-0.5 text-left font-normal text-ink-2">
                {label}
              </th>
              <td className="text-right">
                <Num value={cached} method="predicted" title={laterCostTitle('Predicted', cachedCost, total)} />
              </td>
              <td className="pl-2.5 text-right text-ink-3">
                <Num
                  value={uncached}
                  method="estimate"
                  title={laterCostTitle('Estimated, without caching', uncachedCost, total)}
                />
              </td>
              <td className="num pl-2.5 text-right">{saving(cachedCost, uncachedCost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="mt-3 grid grid-cols-[auto_1fr_auto_auto] items-center gap-x-2.5 gap-y-1 border-t border-line pt-3">
        {costLines(analysis).map(({ state, label, tokens, cost }) => (
          <li key={label} className="contents">
            <Swatch state={state} />
            <span>{label}</span>
            <Num value={tokens} method="predicted" />
            <Num value={cost} method="predicted" className="min-w-15 text-sm text-ink-2" />
          </li>
        ))}
      </ul>
    </>
  );
}
