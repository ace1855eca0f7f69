import type { CacheBand } from '@/lib/store/analysis/cache-band.ts';
import { percent } from './layer-look.ts';

/** The lower band: read solid, created hatched, uncached outlined. Its figures stand in the readout below. */
export function CacheStateBand({ band }: { band: CacheBand }) {
  const total = Math.max(1, band.total);
  return (
    <div aria-hidden="true" className="mt-[3px] flex h-2">
      <span style={{ width: percent(band.read, total) }} className="rounded-l-[3px] solid-read" />
      <span style={{ width: percent(band.created ?? 0, total) }} className="hatch-creation" />
      <span style={{ width: percent(band.uncached, total) }} className="rounded-r-[3px] outline-uncached" />
    </div>
  );
}
