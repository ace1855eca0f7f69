import { StrataError } from '@/lib/errors.ts';

const DAY = 24 * 60 * 60 * 1000;

/** Is what was read on one day older than so many days on another (both YYYY-MM-DD)? Throws on anything but a date. */
export function isStale(readOn: string, buildDate: string, days = 60): boolean {
  return dayOf(buildDate) - dayOf(readOn) > days;
}

function dayOf(date: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time)) throw new StrataError(`Not a date (YYYY-MM-DD): ${date}`);
  return time / DAY;
}
