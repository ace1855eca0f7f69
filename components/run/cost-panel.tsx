'use client';

import { latePart } from '@/components/ui/late-part.tsx';
import { lazyTitle } from '@/components/ui/lazy-title.ts';
import { Num, type NumMethod } from '@/components/ui/num.tsx';
import { Panel } from '@/components/ui/panel.tsx';
import { Swatch } from '@/components/ui/swatch.tsx';
import { useAnalysis, useSame, useServices } from '@/components/workbench/workbench-context.tsx';
import { CalibrationSlot } from './calibration-slot.tsx';
import { type CostStep, costLines, costSteps, describePartial, saving } from './cost-lines.ts';
import { costTitle, describeTokenBand, laterCostTitle } from './describe-band.ts';
import { describeCount } from './describe-count.ts';
import { ExactCountSlot } from './exact-count-slot.tsx';
import { PriceFold } from './price-fold.tsx';

/** Only for models that have two modes. */
const ExplicitCosts = latePart(async () => (await import('./explicit-costs.tsx')).ExplicitCosts);

/** The predicted bill of the request as it stands, beside what it would be without caching. */
export function CostPanel() {
  const isCounted = useAnalysis(() => true);
  const hasModes = useAnalysis(({ explicitCosts }) => explicitCosts !== undefined);
  return (
    <>
      <Panel title="This request" aside={<CountWords />}>
        {isCounted ? <Costs /> : <p className="text-ink-3">Counting …</p>}
        {hasModes && <ExplicitCosts />}
        <CalibrationSlot />
        <ExactCountSlot />
      </Panel>
      <PriceFold />
    </>
  );
}

function CountWords() {
  const { feed } = useServices();
  const words = useAnalysis(describeCount);
  const describe = () => {
    const { analysis } = feed.store.getState();
    return analysis ? describeTokenBand(analysis.total) : '';
  };
  return words && <span {...lazyTitle(describe)}>{words}</span>;
}

function Costs() {
  const [now, ...later] = useAnalysis(useSame((analysis) => costSteps(analysis).map(shownStep))) ?? [];
  const lines = useAnalysis(useSame(costLines)) ?? [];
  const partial = useAnalysis(describePartial);
  const method = useAnalysis(({ total }) => total.method) ?? 'rough';
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-3">
        <dt className="text-xs text-ink-2">With this layout</dt>
        <dt className="text-xs text-ink-2">Without caching</dt>
        <dd className="num text-xl font-semibold tracking-[-0.03em]">
          <StepCost
            step={0}
            value={now?.cached}
            method="predicted"
            meaning="Predicted input cost of the next request"
          />
        </dd>
        <dd className="num text-xl font-semibold tracking-[-0.03em] text-ink-3">
          <StepCost step={0} value={now?.uncached} method={method} meaning="Input cost with no mark at all" />
        </dd>
      </dl>
      <table className="mt-2.5 w-full" aria-label="Cost by request">
        <tbody>
          {later.map(({ label, cached, uncached, saved }, index) => (
            <tr key={label}>
              <th scope="row" className="py-0.5 text-left font-normal text-ink-2">
                {label}
              </th>
              <td className="pl-2 text-right">
                <StepCost step={index + 1} value={cached} method="predicted" meaning="Predicted" />
              </td>
              <td className="pl-2.5 text-right text-ink-3">
                <StepCost step={index + 1} value={uncached} method="estimate" meaning="Estimated, without caching" />
              </td>
              <td className="num pl-2.5 text-right">{saved}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="mt-3 grid grid-cols-[auto_1fr_auto_auto] items-center gap-x-2.5 gap-y-1 border-t border-line pt-3 empty:hidden">
        {lines.map(({ state, label, tokens, cost }, index) => (
          <li key={label} className="contents">
            <Swatch state={state} />
            <span>{label}</span>
            <Num value={tokens} method="predicted" />
            <LineCost index={index} label={label} value={cost} />
          </li>
        ))}
      </ul>
      {partial && <p className="mt-2 text-sm text-ink-2">{partial}</p>}
    </>
  );
}

const shownStep = ({ label, cached, uncached, cachedCost, uncachedCost }: CostStep) => ({
  label,
  cached,
  uncached,
  saved: saving(cachedCost, uncachedCost),
});

type StepCostProps = { step: number; value: string | undefined; method: NumMethod; meaning: string };

/** A step's cost; its band is that of the newest analysis at the moment it is pointed at. */
function StepCost({ step, value, method, meaning }: StepCostProps) {
  const { feed } = useServices();
  const describe = () => {
    const { analysis } = feed.store.getState();
    const costs = analysis && costSteps(analysis)[step];
    if (!costs) return meaning;
    const cost = method === 'predicted' ? costs.cachedCost : costs.uncachedCost;
    return (step === 0 ? costTitle : laterCostTitle)(meaning, cost, analysis.total);
  };
  return <Num value={value} method={method} title={describe} />;
}

/** A class's cost; its band is in the proportion of the whole request's. */
function LineCost({ index, label, value }: { index: number; label: string; value: string | undefined }) {
  const { feed } = useServices();
  const describe = () => {
    const { analysis } = feed.store.getState();
    const amount = analysis && costLines(analysis)[index]?.amount;
    return analysis ? laterCostTitle(`${label}, predicted`, amount, analysis.total) : label;
  };
  return <Num value={value} method="predicted" title={describe} className="min-w-15 text-sm text-ink-2" />;
}
