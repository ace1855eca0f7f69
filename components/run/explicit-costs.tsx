import { Num } from '@/components/ui/num.tsx';
import { useAnalysis, useSame } from '@/components/workbench/workbench-context.tsx';
import { entryPrices, modeRows } from './explicit-rows.ts';

/** OpenAI's two modes beside each other: the end of the prompt is written by itself, or only what is marked. */
export function ExplicitCosts() {
  const rows = useAnalysis(useSame(modeRows)) ?? [];
  const prices = useAnalysis(entryPrices);
  if (rows.length === 0) return null;
  return (
    <div className="mt-3 border-t border-line pt-3">
      <table className="w-full" aria-label="Automatic caching and explicit breakpoints">
        <thead>
          <tr className="text-xs text-ink-2">
            <th scope="col" className="text-left font-normal">
              By mode
            </th>
            <th scope="col" className="text-right font-normal">
              Automatic
            </th>
            <th scope="col" className="pl-2.5 text-right font-normal">
              Explicit only
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, automatic, explicit, automaticUse, explicitUse }) => (
            <tr key={label}>
              <th scope="row" className="py-0.5 text-left font-normal text-ink-2">
                {label}
              </th>
              <td className="text-right">
                <Num value={automatic} method="predicted" title={automaticUse} />
              </td>
              <td className="pl-2.5 text-right">
                <Num value={explicit} method="predicted" title={explicitUse} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1 text-xs text-ink-2">
        Automatic writes the end of the prompt and the latest three marks, explicit the latest four marks alone.{' '}
        {prices}
      </p>
    </div>
  );
}
