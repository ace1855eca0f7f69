import { type BackendKind, isFirstParty } from '@/lib/backends/backend-kind.ts';
import type { CacheSettings } from '@/lib/request/cache-settings.ts';
import type { RibbonMark } from '@/lib/store/analysis/analysis.ts';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** How many breakpoints the request carries, and how many of them are too early to count. */
export function describeMarks(marks: readonly RibbonMark[]): string {
  const idle = marks.filter(({ isEffective }) => !isEffective).length;
  return plural(marks.length, 'breakpoint') + (idle > 0 ? `, ${idle} below the minimum` : '');
}

/** What the switch for `scope` does, at a backend of this kind. */
export function scopeHint(kind: BackendKind | undefined): string {
  const what = 'scope: "global" on the static block';
  return isFirstParty(kind)
    ? `${what}; only a first-party backend takes it.`
    : `Not sent to this backend: only a first-party one takes ${what}.`;
}

/** How many marks were set by hand, in words; `undefined` when none was. */
export function handMarks({ marks }: Pick<CacheSettings, 'marks'>): string | undefined {
  const count = Object.keys(marks).length;
  return count === 0 ? undefined : `${plural(count, 'mark')} set by hand`;
}
