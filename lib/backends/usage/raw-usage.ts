import type { Fields } from '@/lib/json-value.ts';

/** Usage as a server sends it, in one event or merged from several; any field may be missing or null. */
export type RawUsage = Fields;

/** A number of tokens; `undefined` when the field is missing, null or no number of tokens. */
export function tokenCount(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
