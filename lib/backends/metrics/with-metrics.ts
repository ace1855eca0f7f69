import type { Backend, BackendEvent, SendOptions } from '@/lib/backends/backend.ts';
import { hasCounters, type PromptCounters, readMetrics } from './read-metrics.ts';

export interface MetricsOptions {
  /** Where `/metrics` stands. */
  readonly root: string;
  readonly fetch: typeof fetch;
  readonly headersOf: (call: SendOptions) => Readonly<Record<string, string>>;
}

/** An answer must not wait longer for figures beside it, in milliseconds. */
const PATIENCE = 500;
/** A text of metrics is some ten kilobytes; more is not one. */
const MAX_CHARACTERS = 4_000_000;

/** The same backend, which tells before the end of an answer what the server's own counters have risen by, where it has any. */
export function withMetrics(backend: Backend, options: MetricsOptions): Backend {
  const { kind } = backend.description;
  if (!hasCounters(kind)) return backend;
  const counters = async (call: SendOptions): Promise<PromptCounters | undefined> => {
    try {
      const signal = AbortSignal.any([call.signal, AbortSignal.timeout(PATIENCE)]);
      const response = await options.fetch(`${options.root}/metrics`, { headers: options.headersOf(call), signal });
      const text = response.ok ? await response.text() : '';
      return text.length > MAX_CHARACTERS ? undefined : readMetrics(text, kind);
    } catch {
      // Metrics are an extra: a server without them is no fault.
      return undefined;
    }
  };
  return {
    ...backend,
    async *send(request, call) {
      // Not waited for: the server takes requests in order, and counts a prompt when it has computed it.
      const before = counters(call);
      for await (const events of backend.send(request, call)) {
        const end = events.at(-1);
        if (end?.type !== 'message-end') yield events;
        else {
          yield events.slice(0, -1);
          yield [...(await risen(await before, call, counters)), end];
        }
      }
    },
  };
}

async function risen(
  before: PromptCounters | undefined,
  call: SendOptions,
  counters: (call: SendOptions) => Promise<PromptCounters | undefined>,
): Promise<BackendEvent[]> {
  const after = before && (await counters(call));
  if (!before || !after) return [];
  const [promptTokens, readTokens] = [after.prompt - before.prompt, after.read - before.read];
  // A server that started again in between counts from 0.
  const isRise = promptTokens > 0 && readTokens >= 0;
  return isRise ? [{ type: 'server-metrics', metrics: { promptTokens, readTokens } }] : [];
}
