import { StrataError } from '@/lib/errors.ts';

/** Prices that were read longer ago than this are not to be taken on trust, in days. */
export const FRESH_DAYS = 60;

const DAY = 24 * 60 * 60 * 1000;

/** Is what was read on one day older than so many days on another (both YYYY-MM-DD)? Throws on anything but a date. */
export function isStale(readOn: string, buildDate: string, days = FRESH_DAYS): boolean {
  return dayNumber(buildDate) - dayNumber(readOn) > days;
}

function dayNumber(date: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
  if (Number.isNaN(time)) throw new StrataError(`Not a date (YYYY-MM-DD): ${date}`);
  return time / DAY;
}
