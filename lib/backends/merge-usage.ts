import type { Usage } from '@/lib/usage/usage.ts';

/** Usage as a Messages backend sends it, in one event or merged from several; any field may be missing or null. */
export type RawUsage = Readonly<Record<string, unknown>>;

/** Over the events of one answer, the last value that is not null counts, field by field; nothing is added up. */
export function mergeUsage(merged: RawUsage, next: unknown): RawUsage {
  if (typeof next !== 'object' || next === null) return merged;
  const said = Object.entries(next).filter(([, value]) => value !== null && value !== undefined);
  return { ...merged, ...Object.fromEntries(said) };
}

/** Messages usage in the normal form; what was not said stays undefined, and the whole is kept under `raw`. */
export function normalUsage(raw: RawUsage): Usage {
  const parts = {
    inputTokens: count(raw['input_tokens']),
    cacheReadTokens: count(raw['cache_read_input_tokens']),
    ...creation(raw),
    outputTokens: count(raw['output_tokens']),
  };
  const known = Object.entries(parts).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(known) as Usage), raw };
}

interface Creation {
  readonly cacheCreation5mTokens?: number;
  readonly cacheCreation1hTokens?: number;
  readonly cacheCreationOtherTokens?: number;
}

/** The split comes with the first event only, so a later total that is smaller makes it void, and a larger one adds to it. */
function creation(raw: RawUsage): Creation {
  const total = count(raw['cache_creation_input_tokens']);
  const split = raw['cache_creation'] as Record<string, unknown> | undefined;
  const short = count(split?.['ephemeral_5m_input_tokens']);
  const long = count(split?.['ephemeral_1h_input_tokens']);
  if (short === undefined && long === undefined) {
    if (total === undefined) return {};
    return total === 0 ? { cacheCreation5mTokens: 0, cacheCreation1hTokens: 0 } : { cacheCreationOtherTokens: total };
  }
  const rest = total === undefined ? 0 : total - (short ?? 0) - (long ?? 0);
  if (rest < 0) return creation({ cache_creation_input_tokens: total });
  return {
    cacheCreation5mTokens: short ?? 0,
    cacheCreation1hTokens: long ?? 0,
    ...(rest > 0 && { cacheCreationOtherTokens: rest }),
  };
}

function count(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
