import type { BackendEvent, CacheVerdict, ServerMetrics } from '@/lib/backends/backend.ts';
import type { CacheOutcome } from '@/lib/cache/messages-policy.ts';
import type { Failure } from '@/lib/errors.ts';
import type { BlockOrigin } from '@/lib/request/block-origin.ts';
import type { ContentBlockParam, MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { Usage } from '@/lib/usage/usage.ts';

/** One request that was sent: what was predicted, what came back. Times are epoch milliseconds. */
export interface Run {
  readonly id: string;
  readonly number: number;
  readonly backend: string;
  readonly model: string;
  readonly request: MessageCreateParamsBase;
  readonly prediction: CacheOutcome;
  readonly totalTokens: number;
  /** The total before any calibration; `undefined` when nothing in it was an estimate, and in logs older than it. */
  readonly estimatedTokens?: number;
  /** The prefix key through the last block: the same for the same request. */
  readonly finalKey: string | undefined;
  /** Which characters of its blocks came from what; not in older logs. */
  readonly origins?: readonly BlockOrigin[];
  /** The attribution header was read as text: the emulator was asked to. */
  readonly keepsHeader?: boolean;
  readonly messageId?: string;
  /** The provider's own diagnosis of its cache. */
  readonly verdict?: CacheVerdict;
  readonly sentAt: number;
  readonly status: 'waiting' | 'streaming' | 'done' | 'stopped' | 'failed';
  /** When the first event of the reply came: from then on what it wrote can be read. */
  readonly respondedAt?: number;
  readonly firstTokenAt?: number;
  readonly endedAt?: number;
  readonly text: string;
  /** Blocks of the reply that are no text, each behind the first `at` characters of it. */
  readonly blocks?: readonly { readonly at: number; readonly block: ContentBlockParam }[];
  /** The request asked for a summary of so many turns, and tokens of them. */
  readonly compaction?: { readonly turns: number; readonly tokens: number };
  readonly reported?: Usage;
  /** What the server's own counters rose by meanwhile. */
  readonly metrics?: ServerMetrics;
  readonly stopReason?: string;
  readonly failure?: Failure;
}

/** A run after one event; `now` is the page's clock, so that timings are the visitor's. */
export function applyEvent(run: Run, event: BackendEvent, now: number): Run {
  switch (event.type) {
    case 'request-start':
      return run;
    case 'message-start':
      return {
        ...run,
        status: 'streaming',
        respondedAt: now,
        ...(event.messageId !== undefined && { messageId: event.messageId }),
      };
    case 'text-delta':
      return { ...run, text: run.text + event.text, firstTokenAt: run.firstTokenAt ?? now };
    case 'content-block':
      return {
        ...run,
        blocks: [...(run.blocks ?? []), { at: run.text.length, block: event.block }],
        firstTokenAt: run.firstTokenAt ?? now,
      };
    case 'usage-report':
      return { ...run, reported: event.usage };
    case 'cache-verdict':
      return { ...run, verdict: event.verdict };
    case 'server-metrics':
      return { ...run, metrics: event.metrics };
    case 'message-end':
      return {
        ...run,
        status: 'done',
        endedAt: now,
        ...(event.stopReason !== undefined && { stopReason: event.stopReason }),
      };
    case 'failure':
      return {
        ...run,
        status: event.failure.code === 'stopped' ? 'stopped' : 'failed',
        endedAt: now,
        failure: event.failure,
      };
  }
}

/** The reply as content blocks, in order; `undefined` for one that is only text. */
export function replyContent({ text, blocks }: Pick<Run, 'text' | 'blocks'>): ContentBlockParam[] | undefined {
  if (!blocks || blocks.length === 0) return undefined;
  const pieces = [...blocks, { at: text.length, block: undefined }];
  return pieces.flatMap(({ at, block }, index) => {
    const words = text.slice(pieces[index - 1]?.at ?? 0, at);
    const before: ContentBlockParam[] = words === '' ? [] : [{ type: 'text', text: words }];
    return block ? [...before, block] : before;
  });
}

export const isRunning = (run: Run): boolean => run.status === 'waiting' || run.status === 'streaming';
