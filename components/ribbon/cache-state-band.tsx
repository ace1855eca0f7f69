import type { CacheBand } from '@/lib/store/analysis/cache-band.ts';
import { percent, stepAt } from './place.ts';

/** The lower band: read solid, created hatched, uncached outlined; a dashed line where none of it is known. Its figures stand in the readout below. */
export function CacheStateBand({ band }: { band: CacheBand }) {
  const total = Math.max(1, band.total);
  const { read, created = 0, uncached } = band;
  if (read === undefined || uncached === undefined)
    return <div aria-hidden="true" className="mt-[3px] h-2 rounded-[3px] border border-dashed border-line-strong" />;
  const readEnd = stepAt(read, total);
  const createdEnd = stepAt(read + created, total);
  const end = stepAt(read + created + uncached, total);
  return (
    <div aria-hidden="true" className="mt-[3px] flex h-2">
      <span style={{ width: percent(readEnd) }} className="rounded-l-[3px] solid-read" />
      <span style={{ width: percent(createdEnd - readEnd) }} className="hatch-creation" />
      <span style={{ width: percent(end - createdEnd) }} className="rounded-r-[3px] outline-uncached" />
    </div>
  );
}
