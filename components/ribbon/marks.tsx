import { formatCount } from '@/components/ui/format-count.ts';
import type { RibbonMark } from '@/lib/store/analysis/analysis.ts';
import { percent, stepAt } from './place.ts';

/** A small triangle for every breakpoint; hollow where the prefix is below the model's minimum. */
export function Marks({ marks, total }: { marks: readonly RibbonMark[]; total: number }) {
  return (
    <ul aria-label="Breakpoints">
      {marks.map(({ at, ttl, blockId, isEffective }) => {
        const words = `Breakpoint ${ttl} at ${formatCount(at)} tokens${isEffective ? '' : ', below the model’s minimum: no effect'}`;
        return (
          <li
            key={blockId}
            title={words}
            style={{ left: percent(stepAt(at, total)) }}
            className="absolute top-0 -ml-[5px]"
          >
            <svg role="img" aria-label={words} viewBox="0 0 10 7" className="block h-[7px] w-2.5 overflow-visible">
              <path
                d="M0.5 0.5h9L5 6Z"
                className={isEffective ? 'fill-accent stroke-accent' : 'fill-panel stroke-accent'}
              />
            </svg>
          </li>
        );
      })}
    </ul>
  );
}
