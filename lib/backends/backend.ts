import type { Failure } from '@/lib/errors.ts';
import type { ContentBlockParam, MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { Result } from '@/lib/result.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import type { BackendFamily, BackendKind } from './backend-kind.ts';

/** What a page may know of a backend; never an address or a key. */
export interface BackendDescription {
  readonly id: string;
  readonly name: string;
  readonly kind: BackendKind;
  /** Who pays: nobody (`none`), the operator's key on the server (`server`), or the visitor's own key (`visitor`). */
  readonly key: 'none' | 'server' | 'visitor';
  /** The models it serves, the first one chosen first: as declared, else its vendor's; `undefined`: nobody knows. */
  readonly models?: readonly string[];
  /** The interface spoken to it; the kind's own unless told. */
  readonly family?: BackendFamily;
  /** The kind of the server behind a proxy, whose cache it is. */
  readonly upstream?: BackendKind;
}

/**
 * What happens while a backend answers, in order; times are epoch milliseconds on the server. `usage-report` may come several
 * times, each replacing what it names. A `messageId` that was not told is absent. `content-block` is a whole block that is no text: thinking, a tool call. After `message-end` or `failure` nothing follows.
 */
export type BackendEvent =
  | { readonly type: 'request-start'; readonly at: number }
  | { readonly type: 'message-start'; readonly at: number; readonly messageId?: string }
  | { readonly type: 'text-delta'; readonly text: string; readonly at: number }
  | { readonly type: 'content-block'; readonly block: ContentBlockParam }
  | { readonly type: 'usage-report'; readonly usage: Usage }
  | { readonly type: 'cache-verdict'; readonly verdict: CacheVerdict }
  | { readonly type: 'server-metrics'; readonly metrics: ServerMetrics }
  | { readonly type: 'message-end'; readonly at: number; readonly stopReason: string | undefined }
  | { readonly type: 'failure'; readonly failure: Failure; readonly at: number };

/** The events of an answer as they come, in portions: what comes in one moment stays together, and is passed on in one step. */
export type BackendEvents = AsyncIterable<readonly BackendEvent[]>;

export interface SendOptions {
  readonly signal: AbortSignal;
  /** The visitor's own key; it lives for this call only. */
  readonly visitorKey?: string;
  /** The playground session, which isolates one visitor's emulated cache from another's. */
  readonly session: string;
  /** The id of the message before this one, for the provider's own diagnosis of the cache; `null`: there was none. */
  readonly previousMessageId?: string | null;
  /** What the emulator is asked to pretend; other backends never see it. */
  readonly emulator?: EmulatorRequest;
}

/** A request's own clock (epoch milliseconds), and whether the attribution header is read as text, as other servers do. */
export interface EmulatorRequest {
  readonly now?: number;
  readonly keepsHeader?: boolean;
}

/** By how much a server's counters have risen while it answered, in tokens, whoever else it answered: prompts, and reads of its cache. */
export interface ServerMetrics {
  readonly promptTokens: number;
  readonly readTokens: number;
}

/**
 * The provider's own word on why a request could not read what the one before left. `type` is its name for the reason; `same`: it
 * found no difference, `pending`: it had not yet compared. `missedTokens` is its estimate.
 */
export interface CacheVerdict {
  readonly type: string;
  readonly missedTokens?: number;
}

/** A place that answers Messages requests. Expected faults come as `failure` events or results, never as exceptions. */
export interface Backend {
  readonly description: BackendDescription;
  send(request: MessageCreateParamsBase, options: SendOptions): BackendEvents;
  /** The provider's own count of input tokens. */
  countTokens(request: MessageCreateParamsBase, options: SendOptions): Promise<Result<number>>;
}
