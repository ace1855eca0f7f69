import type { Result } from '@/lib/result.ts';
import type { Backend, BackendDescription, SendOptions } from './backend.ts';
import { type BackendFamily, defaultFamily } from './backend-kind.ts';
import { createMessagesBackend } from './messages-backend.ts';

/** A server and how to reach it. Nothing is read from the environment. */
export interface BackendSettings {
  /** `kind` decides the wording of requests and the arithmetic of usage. */
  readonly description: BackendDescription;
  /** The interface to speak; the kind's own unless told. */
  readonly family?: BackendFamily;
  /** `http(s)://host[:port][/prefix]`, with or without `/v1` at its end; never with a key in it. */
  readonly baseURL: string;
  /** The key for one call, or its failure; `undefined`: the server wants none, and none is sent. */
  readonly keyFor: (options: SendOptions) => Result<string | undefined>;
  /** What reaches the network; the global `fetch` unless told. A `BackendFault` it throws is told as it is. */
  readonly fetch?: typeof fetch;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that follow from one call. */
  readonly headersFor?: (options: SendOptions) => Readonly<Record<string, string>>;
  /** Asks for the provider's own diagnosis of its cache; only Anthropic has one. */
  readonly diagnoses?: boolean;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** How long to wait for an answer to begin, in milliseconds. */
  readonly timeout?: number;
}

/** The one way to a backend, whatever its kind. */
export function createBackend(settings: BackendSettings): Backend {
  const family = settings.family ?? defaultFamily(settings.description.kind);
  switch (family) {
    case 'messages':
      return createMessagesBackend({ ...settings, baseURL: settings.baseURL.replace(/\/+(?:v1\/*)?$/, '') });
    default:
      return createMessagesBackend(settings);
  }
}
