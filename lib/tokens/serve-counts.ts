import type { TokenEstimator } from './estimator.ts';
import { type SharedAnswer, writeAnswer } from './shared-answer.ts';
import type { TokenCount, TokenizerFamily } from './token-count.ts';
import type { CountReply, CountRequest } from './worker-port.ts';

/** The part of DedicatedWorkerGlobalScope in use: lib.dom knows only the window. */
export interface CountScope {
  postMessage(reply: CountReply): void;
  addEventListener(
    type: 'message',
    listener: (event: { readonly data: CountRequest | { type: string } }) => void,
  ): void;
}

/** Counts texts once the vocabulary is there, which is fetched apart from the rest of a worker's code. */
export interface Counting {
  /** The vocabulary of most families is loaded. */
  isReady(): boolean;
  counts(texts: readonly string[], family: TokenizerFamily): Promise<TokenCount[]>;
}

export function startCounting(): Counting {
  let isReady = false;
  let withCl100k: Promise<TokenEstimator> | undefined;
  const plain = import('./estimator.ts').then(({ createTokenEstimator }) => {
    const estimator = createTokenEstimator();
    estimator.count('ready', 'o200k');
    isReady = true;
    return estimator;
  });
  const loadCl100k = async (): Promise<TokenEstimator> => {
    const [{ createTokenEstimator }, { loadCl100kVocabulary }] = await Promise.all([
      import('./estimator.ts'),
      import('./gpt-counter.ts'),
    ]);
    return createTokenEstimator({ cl100k: await loadCl100kVocabulary() });
  };
  const estimatorFor = (family: TokenizerFamily): Promise<TokenEstimator> => {
    if (family !== 'cl100k') return plain;
    withCl100k ??= loadCl100k();
    return withCl100k;
  };
  return {
    isReady: () => isReady,
    counts: async (texts, family) => {
      const { count } = await estimatorFor(family);
      return texts.map((text) => count(text, family));
    },
  };
}

/** Answers a worker's requests to count, and says when it is ready to. What fails is thrown, for the page to see. */
export function serveCounts(scope: CountScope, counting: Counting): void {
  let memory: SharedAnswer | undefined;
  scope.addEventListener('message', async ({ data }) => {
    if (!isCountRequest(data)) return;
    const { id, family, texts } = data;
    memory = data.memory ?? memory;
    const counts = await counting.counts(texts, family);
    if (memory) writeAnswer(memory, id, counts);
    scope.postMessage({ type: 'counts', id, counts });
  });
  void counting.counts([], 'o200k').then(() => scope.postMessage({ type: 'ready' }));
}

const isCountRequest = (data: CountRequest | { type: string }): data is CountRequest => data.type === 'count';
