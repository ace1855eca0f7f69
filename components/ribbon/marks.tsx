import { formatCount } from '@/components/ui/format-count.ts';
import { lazyTitle } from '@/components/ui/lazy-title.ts';
import type { RibbonMark } from '@/lib/store/analysis/analysis.ts';
import { percent, type Scale, shareAt } from './place.ts';

const IDLE = { minimum: 'below the model’s minimum', backend: 'this backend takes no marks' } as const;

/** A small triangle for every breakpoint; hollow where it has no effect. */
export function Marks({ marks, scale }: { marks: readonly RibbonMark[]; scale: Scale }) {
  return (
    <ul aria-label="Breakpoints">
      {marks.map(({ at, ttl, blockId, idle }) => {
        const words = `Breakpoint ${ttl} at ${formatCount(at)} tokens${idle ? `, ${IDLE[idle]}: no effect` : ''}`;
        return (
          <li
            key={blockId}
            {...lazyTitle(() => words)}
            style={{ left: percent(shareAt(at, scale)) }}
            className="absolute top-0 -ml-[5px]"
          >
            <svg role="img" aria-label={words} viewBox="0 0 10 7" className="block h-[7px] w-2.5 overflow-visible">
              <path d="M0.5 0.5h9L5 6Z" className={idle ? 'fill-panel stroke-accent' : 'fill-accent stroke-accent'} />
            </svg>
          </li>
        );
      })}
    </ul>
  );
}
