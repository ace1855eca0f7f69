import { type BackendKind, isFirstParty } from '@/lib/backends/backend-kind.ts';
import type { CacheSettings } from '@/lib/request/cache-settings.ts';
import type { RibbonMark } from '@/lib/store/analysis/analysis.ts';

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** How many breakpoints the request carries, and how many of them are too early to count; whether they count at all. */
export function describeMarks(marks: readonly RibbonMark[]): string {
  const all = plural(marks.length, 'breakpoint');
  if (marks.some(({ idle }) => idle === 'backend')) return `${all}, but this backend takes no marks`;
  const early = marks.filter(({ idle }) => idle === 'minimum').length;
  return early > 0 ? `${all}, ${early} below the minimum` : all;
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
