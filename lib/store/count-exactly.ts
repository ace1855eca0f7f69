import type { SendClient } from '@/lib/backends/send-client.ts';
import { chainModel } from '@/lib/cache/chain-model.ts';
import type { Failure } from '@/lib/errors.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { hiddenTokens } from '@/lib/store/analysis/hidden-tokens.ts';
import { messageFrameTokens } from '@/lib/tokens/overhead.ts';
import { askAll } from './ask-all.ts';
import { serverOf } from './chosen-backend.ts';
import type { CountCorrections } from './count-corrections.ts';
import { countedBlocks, exactFigures, probesFor } from './exact-counts.ts';
import { exactTokens } from './exact-table.ts';
import { sessionPolicy } from './session-cache.ts';
import type { WorkbenchState } from './workbench-store.ts';

export interface ExactCountOptions {
  readonly state: Pick<WorkbenchState, 'session' | 'visitorKeys' | 'ownServers' | 'backends' | 'emulator'>;
  /** What the backend has answered so far, by question; answers are added. */
  readonly answers: Map<string, number>;
  readonly corrections: CountCorrections;
  readonly client: Pick<SendClient, 'countTokens'>;
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
  readonly report: (progress: { total: number } | { done: number } | { waiting: number | undefined }) => void;
}

/** Asks for every prefix of the request that is not known exactly, and puts the differences into the corrections as they come. */
export function countExactly(analysis: Analysis, options: ExactCountOptions): Promise<Failure | undefined> {
  const { state, answers, corrections, client, wait, signal, report } = options;
  const { document, built, chain, card } = analysis;
  const { backend, model } = document;
  const { session } = state;
  const visitorKey = state.visitorKeys[backend];
  const isUnknown = (text: string) => exactTokens(corrections.store.getState().exact, model, text) === undefined;
  const ofCard = chainModel(card, messageFrameTokens(card?.tokenizer ?? 'claude-new', model));
  const hidden = hiddenTokens(built.request, ofCard, sessionPolicy(state, document));
  const blocks = countedBlocks(built.request, chain, hidden).filter(({ text }) => isUnknown(text));
  const take = () => {
    const figures = [...exactFigures(blocks, model, answers)].filter(([text]) => isUnknown(text));
    corrections.addExact(model, new Map(figures));
  };
  const probes = probesFor(blocks, model, answers);
  let done = 0;
  report({ total: probes.length });
  take();
  return askAll(probes, {
    signal,
    wait,
    ask: ({ request }, one) =>
      client.countTokens(
        { backend, request: request(), session, ...serverOf(state, backend) },
        { signal: one, ...(visitorKey && { visitorKey }) },
      ),
    onAnswer: ({ key }, tokens) => {
      answers.set(key, tokens);
      done += 1;
      report({ done });
      take();
    },
    onWait: (waiting) => report({ waiting }),
  });
}
