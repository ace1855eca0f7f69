'use client';

import { Num } from '@/components/ui/num.tsx';
import { useAnalysis } from '@/components/workbench/workbench-context.tsx';
import { type RegionList, regionTokens } from './section-list.ts';

type RegionHeadProps = { title: string; region: RegionList; emptyWords: string };

/** What a region is, and the tokens of its sections together. */
export function RegionHead({ title, region, emptyWords }: RegionHeadProps) {
  const tokens = useAnalysis(({ tokensBySource }) => regionTokens(region, tokensBySource));
  const method = useAnalysis(({ total }) => total.method) ?? 'rough';
  return (
    <li className="pr-2.5 pl-3">
      <div className="flex items-baseline justify-between gap-2 pt-3 pb-1 text-xs tracking-[0.04em] text-ink-3">
        <h3>{title}</h3>
        <Num value={tokens} method={method} />
      </div>
      {region.items.length === 0 && <p className="pt-1 pb-2 text-ink-2">{emptyWords}</p>}
    </li>
  );
}
