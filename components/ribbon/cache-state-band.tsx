import type { CacheBand } from '@/lib/store/analysis/cache-band.ts';
import { percent, type Scale, shareAt } from './place.ts';

/** The lower band: read solid, created hatched, uncached outlined; a dashed line where none of it is known. Its figures stand in the readout below. */
export function CacheStateBand({ band, scale }: { band: CacheBand; scale: Scale }) {
  const { read, created = 0, uncached } = band;
  if (read === undefined || uncached === undefined)
    return <div aria-hidden="true" className="mt-[3px] h-2 rounded-[3px] border border-dashed border-line-strong" />;
  // What a backend reports may add up to another total than the one that was counted.
  const unit = (scale.ends.at(-1) ?? 0) / Math.max(1, band.total);
  const readEnd = shareAt(read * unit, scale);
  const createdEnd = shareAt((read + created) * unit, scale);
  const end = shareAt((read + created + uncached) * unit, scale);
  return (
    <div aria-hidden="true" className="mt-[3px] flex h-2">
      <span style={{ width: percent(readEnd) }} className="rounded-l-[3px] solid-read" />
      <span style={{ width: percent(createdEnd - readEnd) }} className="hatch-creation" />
      <span style={{ width: percent(end - createdEnd) }} className="rounded-r-[3px] outline-uncached" />
    </div>
  );
}
