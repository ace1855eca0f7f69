import { withMetrics } from '@/lib/backends/metrics/with-metrics.ts';
import { createOpenAIBackend } from '@/lib/backends/openai/openai-backend.ts';
import type { Arithmetic } from '@/lib/backends/usage/read-usage.ts';
import type { Backend, SendOptions } from './backend.ts';
import { type BackendKind, defaultFamily } from './backend-kind.ts';
import { carefulFetch, type Patience } from './careful-fetch.ts';
import type { FrameOptions } from './frame-backend.ts';
import { createMessagesBackend } from './messages-backend.ts';

/** A server and how to reach it; `description.kind` decides the wording of requests and the arithmetic of usage, `description.family` the interface. Nothing is read from the environment. */
export interface BackendSettings extends FrameOptions {
  /** `http(s)://host[:port][/prefix]`, with or without `/v1` at its end; never with a key in it. */
  readonly baseURL: string;
  /** What reaches the network; the global `fetch` unless told. A `BackendFault` it throws is told as it is. */
  readonly fetch?: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that follow from one call. */
  readonly headersFor?: (options: SendOptions) => Readonly<Record<string, string>>;
  /** Asks for the provider's own diagnosis of its cache; only Anthropic has one. */
  readonly diagnoses?: boolean;
  /** What a probe of this server found its figures to mean, where the kind does not decide it. */
  readonly arithmetic?: Arithmetic;
  /** How long to wait, in milliseconds; by kind unless told. */
  readonly patience?: Partial<Patience>;
}

/** The one way to a backend, whatever its kind. */
export function createBackend(settings: BackendSettings): Backend {
  const { kind, name } = settings.description;
  const patience = { ...patienceFor(kind), ...settings.patience };
  const careful = {
    ...settings,
    fetch: carefulFetch(settings.fetch ?? globalThis.fetch, name, patience),
    headers: { ...settings.headers, ...(CLOSING.has(kind) && { connection: 'close' }) },
  };
  const family = settings.description.family ?? defaultFamily(kind);
  const backend =
    family === 'messages'
      ? createMessagesBackend({ ...careful, baseURL: withoutVersion(settings.baseURL) })
      : createOpenAIBackend({ ...careful, family, baseURL: withVersion(settings.baseURL) });
  const headersOf = (call: SendOptions) => {
    const key = settings.keyFor(call);
    const authorization = key.ok && key.value !== undefined ? { authorization: `Bearer ${key.value}` } : {};
    return { ...careful.headers, ...authorization };
  };
  return withMetrics(backend, { root: withoutVersion(settings.baseURL), fetch: careful.fetch, headersOf });
}

/** The Messages interface adds its own `/v1`. */
const withoutVersion = (baseURL: string): string => baseURL.replace(/\/+$/, '').replace(/\/v1$/, '');

/** OpenAI's interfaces stand under a version, which a bare address leaves out; one with a path is taken as it is. */
function withVersion(baseURL: string): string {
  const base = baseURL.replace(/\/+$/, '');
  return /^https?:\/\/[^/]+$/i.test(base) ? `${base}/v1` : base;
}

/**
 * llama.cpp closes a connection after so many requests without a word: one that is used again may be one that it has just closed (the
 * build of BACK-42, 2026-11-21).
 */
const CLOSING: ReadonlySet<BackendKind> = new Set(['llamacpp']);

/** Servers that may compute a long prompt on a slow machine, or load a model first, before they say anything. */
const LOCAL: ReadonlySet<BackendKind> = new Set([
  'vllm',
  'llamacpp',
  'ollama',
  'lmstudio',
  'sglang',
  'litellm',
  'other',
]);

const patienceFor = (kind: BackendKind): Patience => ({ begin: LOCAL.has(kind) ? 600_000 : 60_000, silence: 60_000 });
