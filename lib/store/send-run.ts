import type { BackendDescription } from '@/lib/backends/backend.ts';
import type { SendClient } from '@/lib/backends/send-client.ts';
import type { Failure } from '@/lib/errors.ts';
import { sourceKey } from '@/lib/prompt/block.ts';
import { blockOrigin } from '@/lib/request/block-origin.ts';
import { failed, success } from '@/lib/result.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { sourceTitle } from '@/lib/store/analysis/source-title.ts';
import type { AnalysisFeed } from './analysis-feed.ts';
import { serverOf, withBackend } from './chosen-backend.ts';
import { backendAhead, backendRules, emulatorRequest } from './emulated.ts';
import { applyEvent, isRunning, type Run } from './run.ts';
import { sessionCache, sessionPolicy } from './session-cache.ts';
import { currentDocument, type WorkbenchStore } from './workbench-store.ts';

export interface Sender {
  /**
   * Sends the document as it stands, or with `message` in the place of what is being typed; nothing happens while a request is under
   * way or when one would be refused.
   */
  send(message?: string): Promise<void>;
  /**
   * Sends the document as it stands to several backends, all at once or one after the other; each becomes a request of the session.
   * Returns what is in the way of those that were not sent, by backend.
   */
  sendTo(backends: readonly BackendDescription[], inTurn: boolean): Promise<ReadonlyMap<string, Failure>>;
  /** Asks the backend for a summary and puts it in the place of the conversation; whatever goes wrong leaves that as it is. */
  compact(): Promise<void>;
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

  /** Lets one request go out at a time; `undefined` when one is under way. */
  async function alone<T>(act: (controller: AbortController) => Promise<T>): Promise<T | undefined> {
    if (abort) return undefined;
    const controller = new AbortController();
    abort = controller;
    try {
      return await act(controller);
    } finally {
      abort = undefined;
    }
  }

  /** The run once it has ended; `undefined` when nothing was sent, or the session has ended meanwhile. */
  async function exchange(
    analysis: Analysis,
    controller: AbortController,
    compaction?: NonNullable<Run['compaction']>,
  ): Promise<Run | undefined> {
    if (analysis.blocking.length > 0 || controller.signal.aborted) return undefined;
    const state = workbench.getState();
    const { document } = analysis;
    const { backend, model } = document;
    const now = () => clock() + backendAhead(state, backend);
    const sentAt = now();
    const rules = backendRules(state, backend);
    const cache = sessionCache(sessionPolicy(state, document), state.runs, backend, state.displaced[backend]);
    const request = analysis.built.request;
    let run: Run = {
      id: newId(),
      number: (state.runs.at(-1)?.number ?? 0) + 1,
      backend,
      model,
      request,
      prediction: cache.evaluate(analysis.chain, request, sentAt),
      totalTokens: analysis.chain.totalTokens,
      ...(analysis.estimatedTokens !== undefined && { estimatedTokens: analysis.estimatedTokens }),
      finalKey: analysis.chain.positions.at(-1)?.key,
      origins: analysis.built.blocks.map((block) => blockOrigin(block, (source) => sourceTitle(source, document))),
      ...((!rules.stripsAttributionHeader || analysis.keepsHeader) && { keepsHeader: true }),
      sentAt,
      status: 'waiting',
      text: '',
      ...(compaction && { compaction }),
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
      ...serverOf(state, backend),
      ...emulatorRequest(state, backend, sentAt),
    };
    for await (const events of client.send(body, options)) {
      for (const event of events) run = applyEvent(run, event, now());
      if (workbench.getState().session !== state.session) {
        controller.abort();
        return undefined;
      }
      workbench.getState().putRun(run);
    }
    if (isRunning(run)) {
      const failure = { code: 'stream-cut', message: 'The reply ended before it was complete.' } as const;
      run = applyEvent(run, { type: 'failure', failure, at: now() }, now());
      workbench.getState().putRun(run);
    }
    return run;
  }

  /** What only a compaction needs comes with the first one. */
  async function compact(controller: AbortController): Promise<void> {
    const code = await loadCompaction();
    if (!code.ok) return workbench.getState().announce(code.failure);
    const { compactedDocument, compactionDocument, readSummary } = code.value;
    const now = await feed.settled();
    const { conversation } = now.document;
    if (conversation.length === 0) return;
    const [turns, tokens] = [conversation.length, conversationTokens(now)];
    const analysis = await feed.analysed(compactionDocument(now.document));
    const [fault] = analysis.blocking;
    if (fault) return workbench.getState().announce(fault);
    const run = await exchange(analysis, controller, { turns, tokens });
    if (run?.status !== 'done') return;
    const summary = readSummary(run.text, run.stopReason);
    if (!summary.ok) return workbench.getState().announce(summary.failure);
    if (currentDocument(workbench.getState()).conversation !== conversation) {
      const message = 'The conversation has changed while its summary was written.';
      return workbench.getState().announce({ message, fix: 'It was left as it is. Compact again.' });
    }
    workbench
      .getState()
      .release('Compact the conversation', (document) =>
        compactedDocument(document, summary.value, `${run.id}-summary`),
      );
  }

  return {
    stop: () => abort?.abort(),
    send: (message) =>
      alone(async (controller) => {
        const now = await feed.settled();
        const analysis = message === undefined ? now : await feed.analysed({ ...now.document, draft: message });
        if (analysis.blocking.length === 0) workbench.getState().hold(analysis.document);
        await exchange(analysis, controller);
      }),
    sendTo: async (backends, inTurn) => {
      const refused = new Map<string, Failure>();
      await alone(async (controller) => {
        const { document } = await feed.settled();
        workbench.getState().hold(document);
        const analyses: Analysis[] = [];
        for (const backend of backends) {
          const analysis = await feed.analysed(withBackend(document, backend));
          const [fault] = analysis.blocking;
          if (fault) refused.set(backend.id, fault);
          else analyses.push(analysis);
        }
        if (!inTurn) await Promise.all(analyses.map((analysis) => exchange(analysis, controller)));
        else for (const analysis of analyses) await exchange(analysis, controller);
      });
      return refused;
    },
    compact: () => alone(compact),
  };
}

async function loadCompaction() {
  try {
    const { compactedDocument, compactionDocument } = await import('@/lib/document/compact-conversation.ts');
    const { readSummary } = await import('@/lib/prompt/compaction.ts');
    return success({ compactedDocument, compactionDocument, readSummary });
  } catch {
    const message = 'The server did not answer when compaction was to be loaded.';
    return failed({
      code: 'backend-unreachable' as const,
      message,
      fix: 'Nothing was changed. Try again when it is back.',
    });
  }
}

/** What the turns weigh in the request. */
const conversationTokens = ({ document, tokensBySource }: Analysis): number =>
  document.conversation.reduce((sum, { id }) => sum + (tokensBySource.get(sourceKey({ type: 'turn', id })) ?? 0), 0);
