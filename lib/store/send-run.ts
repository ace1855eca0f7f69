import type { SendClient } from '@/lib/backends/send-client.ts';
import { evaluateMessages } from '@/lib/cache/messages-policy.ts';
import { blockOrigin } from '@/lib/request/block-origin.ts';
import { sourceTitle } from '@/lib/store/analysis/source-title.ts';
import type { AnalysisFeed } from './analysis-feed.ts';
import { backendAhead, backendRules, emulatorRequest } from './emulated.ts';
import { applyEvent, isRunning, type Run } from './run.ts';
import { sessionCache } from './session-cache.ts';
import { currentDocument, type WorkbenchStore } from './workbench-store.ts';

export interface Sender {
  /** Sends the document as it stands; nothing happens while a request is under way or when one would be refused. */
  send(): Promise<void>;
  stop(): void;
}

export interface SenderDependencies {
  readonly clock: () => number;
  readonly newId: () => string;
  readonly client: SendClient;
}

/** Sends requests from the workbench: the prediction is frozen first, then every event of the reply goes into the run. */
export function createSender(workbench: WorkbenchStore, feed: AnalysisFeed, dependencies: SenderDependencies): Sender {
  const { clock, newId, client } = dependencies;
  let abort: AbortController | undefined;
  return {
    stop: () => abort?.abort(),
    send: async () => {
      if (abort) return;
      const controller = new AbortController();
      abort = controller;
      try {
        const analysis = await feed.settled();
        if (analysis.blocking.length > 0) return;
        const state = workbench.getState();
        const document = currentDocument(state);
        const { backend, model } = document;
        const now = () => clock() + backendAhead(state, backend);
        const sentAt = now();
        const rules = backendRules(state, backend);
        const cache = sessionCache(state.runs, backend);
        const request = analysis.built.request;
        let run: Run = {
          id: newId(),
          number: (state.runs.at(-1)?.number ?? 0) + 1,
          backend,
          model,
          request,
          prediction: evaluateMessages(analysis.chain, (key) => cache.get(key), sentAt, rules),
          totalTokens: analysis.chain.totalTokens,
          ...(analysis.estimatedTokens !== undefined && { estimatedTokens: analysis.estimatedTokens }),
          finalKey: analysis.chain.positions.at(-1)?.key,
          origins: analysis.built.blocks.map((block) => blockOrigin(block, (source) => sourceTitle(source, document))),
          ...(!rules.stripsAttributionHeader && { keepsHeader: true }),
          sentAt,
          status: 'waiting',
          text: '',
        };
        workbench.getState().putRun(run);
        const visitorKey = state.visitorKeys[backend];
        const options = { signal: controller.signal, ...(visitorKey && { visitorKey }) };
        const previousMessageId = state.runs.findLast((each) => each.backend === backend && each.messageId)?.messageId;
        const body = {
          backend,
          request,
          session: state.session,
          previousMessageId: previousMessageId ?? null,
          ...emulatorRequest(state, backend, sentAt),
        };
        for await (const event of client.send(body, options)) {
          run = applyEvent(run, event, now());
          if (workbench.getState().session !== state.session) return controller.abort();
          workbench.getState().putRun(run);
        }
        if (isRunning(run)) {
          const failure = { code: 'stream-cut', message: 'The reply ended before it was complete.' } as const;
          workbench.getState().putRun(applyEvent(run, { type: 'failure', failure, at: now() }, now()));
        }
      } finally {
        abort = undefined;
      }
    },
  };
}
