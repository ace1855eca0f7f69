import { DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { chainModel } from '@/lib/cache/chain-model.ts';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import { evaluateMessages } from '@/lib/cache/messages-policy.ts';
import { type ChainOptions, prefixChain } from '@/lib/cache/prefix-chain.ts';
import type { Document } from '@/lib/document/document.ts';
import { analyse } from '@/lib/store/analysis/analyse.ts';
import { assemble, textsToCount } from '@/lib/store/analysis/assembly.ts';
import { roughCount } from '@/lib/tokens/rough-count.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import { benchDocument, requestBytes } from './bench-document.ts';
import { keystrokes } from './keystroke-pipeline.ts';
import { measure, p95 } from './measure.ts';
import { bar, heading, kilobytes, ms, table, timesRow } from './report.ts';

/** (b) Assembly, split and prediction alone, every count known: from scratch, and after one keystroke. */
export async function assemblySpeed(): Promise<void> {
  for (const bytes of [100_000, 1_000_000]) await atSize(bytes, bytes > 200_000 ? 20 : 60);
}

async function atSize(bytes: number, runs: number): Promise<void> {
  const start = benchDocument(bytes);
  const warmup = 10;
  const documents = keystrokes(start, warmup + runs);
  const counts = knownCounts([start, ...documents]);
  const remembering = { digest: memoDigest(sha256Hex), links: new WeakMap() };
  heading(`(b) Assembly + split + prediction, ${kilobytes(requestBytes(start))} request, counts known (${runs} times)`);

  const after = await measure((index) => predict(documents[index] ?? start, counts, remembering), { runs, warmup });
  const scratch = await measure(() => predict(structuredClone(start), counts, { digest: memoDigest(sha256Hex) }), {
    runs,
    warmup: 5,
  });
  const cloning = await measure(() => structuredClone(start), { runs, warmup: 5 });
  const assembling = await measure((index) => assemble(documents[index] ?? start, 1), { runs, warmup });
  const analysing = await measure((index) => analysed(documents[index] ?? start, counts, remembering), {
    runs,
    warmup,
  });
  table(
    ['', 'median', 'p95', 'of a keystroke'],
    [
      timesRow('after one keystroke', after, after),
      timesRow('  of which assembly and split', assembling, after),
      timesRow('from scratch, every block hashed (a copy of the document included)', scratch, after),
      timesRow('  of which the copy', cloning, after),
      timesRow('whole analysis after one keystroke (costs, ribbon, outlook too)', analysing, after),
    ],
  );
  if (bytes <= 200_000) bar('under 5 ms at 100 kB, p95 after one keystroke', ms(p95(after)), p95(after) < 5);
}

type Count = (text: string) => TokenCount;
type Hashing = Pick<ChainOptions, 'digest' | 'links'>;

/** What the cache will do with a document's request. */
function predict(document: Document, count: Count, hashing: Hashing): unknown {
  const { built, card } = assemble(document, 1);
  const chain = prefixChain(built.request, {
    model: chainModel(card, 0),
    workspace: 'bench',
    count: (text) => count(text).tokens,
    ...hashing,
    rules: DEFAULT_RULES,
  });
  return evaluateMessages(chain, () => undefined, 0, DEFAULT_RULES);
}

const analysed = (document: Document, count: Count, hashing: Hashing): unknown =>
  analyse(assemble(document, 1), { count, ...hashing, now: 0 });

/** Counts looked up as the page does it, of every text that any of the documents needs. */
function knownCounts(documents: readonly Document[]): Count {
  const known = new Map<string, TokenCount>();
  for (const document of documents) {
    for (const text of textsToCount(assemble(document, 1))) {
      if (!known.has(text)) known.set(text, roughCount(text, 'claude-new'));
    }
  }
  return (text) => known.get(text) ?? roughCount(text, 'claude-new');
}
