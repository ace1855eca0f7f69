import type { Backend, SendOptions } from '@/lib/backends/backend.ts';
import type { Failure } from '@/lib/errors.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { reportedTotalInput } from '@/lib/usage/add-usage.ts';
import type { Usage } from '@/lib/usage/usage.ts';

/** What one request of the check has shown; times in milliseconds from its start. */
export interface Probe {
  readonly failure?: Failure;
  readonly usage?: Usage;
  /** When each piece of text came. */
  readonly pieces: readonly number[];
  readonly startedAfter?: number;
  readonly endedAfter?: number;
}

/** Sends one request and keeps what the check needs of the answer. */
export async function probe(
  backend: Pick<Backend, 'send'>,
  request: MessageCreateParamsBase,
  options: SendOptions,
): Promise<Probe> {
  let sentAt = 0;
  let seen: Probe = { pieces: [] };
  for await (const events of backend.send(request, options)) {
    for (const event of events) {
      if (event.type === 'request-start') sentAt = event.at;
      else if (event.type === 'message-start') seen = { ...seen, startedAfter: event.at - sentAt };
      else if (event.type === 'text-delta') seen = { ...seen, pieces: [...seen.pieces, event.at - sentAt] };
      else if (event.type === 'usage-report') seen = { ...seen, usage: event.usage };
      else if (event.type === 'message-end') seen = { ...seen, endedAfter: event.at - sentAt };
      else if (event.type === 'failure') seen = { ...seen, failure: event.failure };
    }
  }
  return seen;
}

/** The tokens of a request as this backend counts them: by its counter where it has one, else by what sending it is reported to have cost. */
export async function countOf(
  backend: Backend,
  request: MessageCreateParamsBase,
  options: SendOptions,
): Promise<number | undefined> {
  const counted = await backend.countTokens(request, options);
  if (counted.ok) return counted.value;
  const { usage, failure } = await probe(backend, { ...request, max_tokens: 1 }, options);
  return usage && !failure ? totalOf(usage) : undefined;
}

/** The whole input; where only a part of it is reported, that part is not passed off as the whole. */
export const totalOf = (usage: Usage): number | undefined => reportedTotalInput(usage);
