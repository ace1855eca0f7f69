import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { Document } from '@/lib/document/document.ts';
import { type Assembly, assemble } from '@/lib/store/analysis/assembly.ts';
import { promptTexts } from '@/lib/store/analysis/flag-effect.ts';
import { createAnalysisFeed } from '@/lib/store/analysis-feed.ts';
import { createCountTable } from '@/lib/store/count-table.ts';
import { createWorkbenchStore } from '@/lib/store/workbench-store.ts';
import { createTokenEstimator, type TokenEstimator } from '@/lib/tokens/estimator.ts';
import type { TokenizerFamily } from '@/lib/tokens/token-count.ts';
import { benchDocument, requestBytes, typeInto } from './bench-document.ts';
import { measure, median, p95 } from './measure.ts';
import { bar, heading, kilobytes, ms, ratio, table, timesRow } from './report.ts';

const KEYSTROKES = 150;
const OPTIONS = { runs: KEYSTROKES, warmup: 50 };

/** (a) without a browser: one keystroke through count, assembly and analysis, beside counting the whole prompt in the same process. */
export async function keystrokePipeline(): Promise<void> {
  const start = benchDocument(100_000);
  const documents = keystrokes(start, OPTIONS.warmup + OPTIONS.runs);
  heading(
    `(a) Keystroke in a 9 kB section of a ${kilobytes(requestBytes(start))} request, in Node (${OPTIONS.runs} times)`,
  );

  const counting: number[] = [];
  const estimator = createTokenEstimator();
  const pipeline = await throughFeed(start, documents, (texts, family) => {
    const from = performance.now();
    const counts = texts.map((text) => estimator.count(text, family));
    counting.push(performance.now() - from);
    return counts;
  });
  const counted = counting.slice(-OPTIONS.runs);
  const rest = pipeline.map((time, index) => time - (counted[index] ?? 0));

  const assembly = assemble(start, 1);
  const afresh = await measure(() => countAll(createTokenEstimator(), assembly), { runs: 20, warmup: 3 });
  const withoutChunks = createTokenEstimator({ maxCachedCharacters: 0 });
  const warm = await measure(() => countAll(withoutChunks, assembly), { runs: 60, warmup: 10 });
  const library = await measure(
    () => promptTexts(assembly).map((text) => countTokens(text, { disallowedSpecial: new Set() })),
    { runs: 60, warmup: 10 },
  );
  table(
    ['', 'median', 'p95', 'of the keystroke'],
    [
      timesRow('one keystroke, all of it', pipeline, pipeline),
      timesRow('  of which counting (in a worker in the browser)', counted, pipeline),
      timesRow('  of which the rest (on the main thread)', rest, pipeline),
      timesRow('whole prompt counted anew, nothing remembered', afresh, pipeline),
      timesRow('whole prompt counted anew, words remembered', warm, pipeline),
      timesRow('whole prompt by gpt-tokenizer alone, words remembered', library, pipeline),
    ],
  );
  const times = median(afresh) / median(pipeline);
  bar('at least 10 times faster than counting the prompt anew', ratio(times, 1), times >= 10);
  bar(
    'counting alone, against the same',
    ratio(median(afresh), median(counted)),
    median(afresh) >= 10 * median(counted),
  );
  bar('under 16 ms at p95', ms(p95(rest)), p95(rest) < 16);
}

const countAll = ({ count }: TokenEstimator, assembly: Assembly): unknown =>
  promptTexts(assembly).map((text) => count(text, assembly.family));

/** A document after each keystroke, the first one after one. */
export function keystrokes(start: Document, count: number): Document[] {
  const documents: Document[] = [];
  for (let index = 0, document = start; index < count; index += 1) {
    document = typeInto(document, index);
    documents.push(document);
  }
  return documents;
}

type CountTexts = (texts: readonly string[], family: TokenizerFamily) => ReturnType<TokenEstimator['count']>[];

/** How long it takes from each edit to settled figures, through the page's own feed. */
async function throughFeed(start: Document, documents: readonly Document[], count: CountTexts): Promise<number[]> {
  const clock = () => Date.now();
  const workbench = createWorkbenchStore(start, { clock, newId: () => 'bench', backends: [] });
  const counter = { request: async (...asked: Parameters<CountTexts>) => count(...asked), dispose: () => undefined };
  const feed = createAnalysisFeed(workbench, { clock, counter, table: createCountTable() });
  await feed.settled();
  const times = await measure(
    (index) => {
      workbench.getState().edit('Type', (document) => documents[index] ?? document, 'typing');
      return feed.settled();
    },
    { runs: OPTIONS.runs, warmup: OPTIONS.warmup },
  );
  feed.dispose();
  return times;
}
