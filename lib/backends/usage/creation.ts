import { fieldsOf } from '@/lib/json-value.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import { type RawUsage, reportedCount } from './raw-usage.ts';

type Creation = Pick<Usage, 'cacheCreation5mTokens' | 'cacheCreation1hTokens' | 'cacheCreationOtherTokens'>;

/**
 * Creation as the Messages API reports it. The split comes with the first event only, so a later total that is smaller makes it void,
 * and a larger one adds to it.
 */
export function messagesCreation(raw: RawUsage): Creation {
  const total = reportedCount(raw['cache_creation_input_tokens']);
  const split = fieldsOf(raw['cache_creation']);
  const short = reportedCount(split['ephemeral_5m_input_tokens']);
  const long = reportedCount(split['ephemeral_1h_input_tokens']);
  if (short === undefined && long === undefined) return unsplitCreation(total);
  const rest = total === undefined ? 0 : total - (short ?? 0) - (long ?? 0);
  if (rest < 0) return unsplitCreation(total);
  return {
    cacheCreation5mTokens: short ?? 0,
    cacheCreation1hTokens: long ?? 0,
    ...(rest > 0 && { cacheCreationOtherTokens: rest }),
  };
}

/** Creation of no known lifetime; of none at all, every lifetime has none. */
export function unsplitCreation(total: number | undefined): Creation {
  if (total === undefined) return {};
  return total === 0 ? { cacheCreation5mTokens: 0, cacheCreation1hTokens: 0 } : { cacheCreationOtherTokens: total };
}
