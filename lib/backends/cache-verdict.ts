import type { Message } from '@/lib/request/wire.ts';
import type { BackendEvent } from './backend.ts';

/** The provider's diagnosis of its cache as an event (caching rules §8); none when it was not asked for, or is not given. */
export function* cacheVerdict(message: Pick<Message, 'diagnostics'>): Generator<BackendEvent, void, undefined> {
  const { diagnostics } = message;
  if (diagnostics === undefined) return;
  const reason = diagnostics === null ? undefined : diagnostics.cache_miss_reason;
  if (reason === undefined) yield { type: 'cache-verdict', verdict: { type: 'same' } };
  else if (reason === null) yield { type: 'cache-verdict', verdict: { type: 'pending' } };
  else if (typeof reason.type === 'string') {
    const missed = 'cache_missed_input_tokens' in reason ? reason.cache_missed_input_tokens : undefined;
    const verdict = { type: reason.type, ...(Number.isSafeInteger(missed) && { missedTokens: Number(missed) }) };
    yield { type: 'cache-verdict', verdict };
  }
}
