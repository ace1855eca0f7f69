import { createTokenEstimator, type TokenEstimator } from './estimator.ts';
import { loadCl100kVocabulary } from './gpt-counter.ts';
import { writeAnswer } from './shared-answer.ts';
import type { TokenizerFamily } from './token-count.ts';
import type { CountReply, CountRequest } from './worker-port.ts';

/** The part of DedicatedWorkerGlobalScope in use: lib.dom knows only the window. */
interface CountScope {
  postMessage(reply: CountReply): void;
  addEventListener(type: 'message', listener: (event: { readonly data: CountRequest }) => void): void;
}

declare const self: CountScope;

const estimator = createTokenEstimator();
let withCl100k: Promise<TokenEstimator> | undefined;

function estimatorFor(family: TokenizerFamily): TokenEstimator | Promise<TokenEstimator> {
  if (family !== 'cl100k') return estimator;
  withCl100k ??= loadCl100kVocabulary().then((cl100k) => createTokenEstimator({ cl100k }));
  return withCl100k;
}

self.addEventListener('message', async ({ data: { id, family, texts, memory } }) => {
  const { count } = await estimatorFor(family);
  const counts = texts.map((text) => count(text, family));
  if (memory) writeAnswer(memory, id, counts);
  self.postMessage({ type: 'counts', id, counts });
});

estimator.count('ready', 'o200k');
self.postMessage({ type: 'ready' });
