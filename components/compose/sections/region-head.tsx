import { Num } from '@/components/ui/num.tsx';
import type { RegionList, SectionList } from './section-list.ts';

type RegionHeadProps = { title: string; region: RegionList; method: SectionList['method']; emptyWords: string };

/** What a region is, and the tokens of its sections together. */
export function RegionHead({ title, region, method, emptyWords }: RegionHeadProps) {
  return (
    <li className="pr-2.5 pl-3">
      <div className="flex items-baseline justify-between gap-2 pt-3 pb-1 text-xs tracking-[0.04em] text-ink-3">
        <h3>{title}</h3>
        <Num value={region.tokens} method={method} />
      </div>
      {region.items.length === 0 && <p className="pt-1 pb-2 text-ink-2">{emptyWords}</p>}
    </li>
  );
}
