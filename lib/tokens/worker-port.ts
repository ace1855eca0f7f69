import type { SharedAnswer } from './shared-answer.ts';
import type { TokenCount, TokenizerFamily } from './token-count.ts';

/** Texts to count, in one message. */
export interface CountRequest {
  readonly type: 'count';
  readonly id: number;
  readonly family: TokenizerFamily;
  readonly texts: readonly string[];
  /** Where this answer and those after it are put beside the message; told once, for sharing memory takes longer than the rest. */
  readonly memory?: SharedAnswer;
}

/** What the worker says: once that its vocabulary is loaded, then one answer a request, a count for each text in its order. */
export type CountReply =
  | { readonly type: 'ready' }
  | { readonly type: 'counts'; readonly id: number; readonly counts: readonly TokenCount[] };

/** The part of a Worker the client uses; a test hands in a fake. */
export interface WorkerPort {
  postMessage(message: CountRequest): void;
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    listener: (event: { readonly data?: unknown }) => void,
  ): void;
  terminate(): void;
}
