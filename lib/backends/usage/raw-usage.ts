import type { Fields } from '@/lib/json-value.ts';

/** Usage as a server sends it, in one event or merged from several; any field may be missing or null. */
export type RawUsage = Fields;

/** A count, of tokens or searches; 0 is one. `undefined` when the field is missing, null or no whole number from 0 up. */
export function reportedCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
