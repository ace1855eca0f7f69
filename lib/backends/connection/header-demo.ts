import type { Backend, SendOptions } from '@/lib/backends/backend.ts';
import type { Failure } from '@/lib/errors.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { billingHeader } from './check-header.ts';
import { probe, totalOf } from './probe.ts';

/** One request of the demonstration; tokens `undefined` where the server does not report them. */
export interface DemoRequest {
  readonly series: 'changing' | 'off';
  readonly read: number | undefined;
  /** What had to be computed again. */
  readonly computed: number | undefined;
  /** Milliseconds to the first piece of text; `undefined`: none came. */
  readonly firstTokenAfter: number | undefined;
}

export const DEMO_REQUESTS = 5;

/** What is different from one request to the next: the fingerprint and the sum, as between conversations, or the sum alone. */
export interface HeaderChange {
  readonly sum: string;
  readonly fingerprint?: string;
}

/** How much a server is asked to write: the point is what it reads. */
const MAX_TOKENS = 8;

/**
 * Sends the request five times with the billing header in front, changed each time, then five times without it. `changes` are what
 * stands in it. Ends with a failure where a request fails; an abort is one.
 */
export async function* headerDemo(
  backend: Pick<Backend, 'send'>,
  request: MessageCreateParamsBase,
  changes: readonly HeaderChange[],
  options: SendOptions,
): AsyncGenerator<DemoRequest | { readonly failure: Failure }, void, undefined> {
  const bare = withHeader(request, undefined);
  const all = [
    ...changes.map(({ sum, fingerprint }) => ({
      series: 'changing' as const,
      sent: withHeader(request, billingHeader(sum, fingerprint)),
    })),
    ...changes.map(() => ({ series: 'off' as const, sent: bare })),
  ];
  for (const { series, sent } of all) {
    const { failure, usage, pieces } = await probe(backend, { ...sent, max_tokens: MAX_TOKENS }, options);
    if (failure) return yield { failure };
    const total = usage && totalOf(usage);
    const read = usage?.cacheReadTokens;
    yield {
      series,
      read,
      computed: total === undefined || read === undefined ? undefined : total - read,
      firstTokenAfter: pieces[0],
    };
  }
}

/** The request with this as the first system block, in the place of whatever header it has. */
export function withHeader(request: MessageCreateParamsBase, header: string | undefined): MessageCreateParamsBase {
  const { system = [] } = request;
  const blocks = typeof system === 'string' ? [{ type: 'text' as const, text: system }] : system;
  const rest = blocks.filter(({ text }, index) => index > 0 || !text.startsWith('x-anthropic-billing-header'));
  const all = header === undefined ? rest : [{ type: 'text' as const, text: header }, ...rest];
  return { ...request, system: all };
}
