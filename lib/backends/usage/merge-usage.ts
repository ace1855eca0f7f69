import { fieldsOf } from '@/lib/json-value.ts';
import type { RawUsage } from './raw-usage.ts';

/** Over the events of one answer, the last value that is not null counts, field by field; nothing is added up. */
export function mergeUsage(merged: RawUsage, next: unknown): RawUsage {
  if (typeof next !== 'object' || next === null) return merged;
  const said = Object.entries(next).filter(([, value]) => value !== null && value !== undefined);
  return { ...merged, ...Object.fromEntries(said) };
}

/** What the first event says; nothing but zeros stands there for want of figures (a proxy that learns them at the end), and says nothing. */
export function startUsage(first: unknown): RawUsage {
  const figures = Object.values(fieldsOf(first)).filter((value) => typeof value === 'number');
  return figures.every((figure) => figure === 0) ? {} : mergeUsage({}, first);
}
