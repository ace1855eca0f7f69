import type { Page } from 'playwright';
import type { Document } from '@/lib/document/document.ts';
import { assemble, textsToCount } from '@/lib/store/analysis/assembly.ts';
import { promptTexts } from '@/lib/store/analysis/flag-effect.ts';
import { typeInto } from './bench-document.ts';
import { seededRandom } from './random.ts';

const RUNS = 30;
const COLD_RUNS = 7;

/** Milliseconds from a message to the page's own counting worker until its answer is back. */
export interface WorkerTimes {
  readonly afterKey: readonly number[];
  readonly wholeWarm: readonly number[];
  readonly wholeCold: readonly number[];
}

/** Counts in workers of the page's own code, in the same browser: what one key changed, and the whole prompt anew. */
export async function countInWorkers(page: Page, start: Document): Promise<WorkerTimes> {
  const [worker] = page.workers();
  if (!worker) throw new Error('The page has no worker.');
  const assembly = assemble(start, 1);
  const whole = promptTexts(assembly);
  const url = worker.url();
  const ask = (batches: readonly (readonly string[])[]) =>
    page.evaluate(timeBatches, { url, family: assembly.family, batches });
  const [, ...afterKey] = await ask([textsToCount(assembly), ...changes(start)]);
  const [, , ...wholeWarm] = await ask([
    whole,
    ...Array.from({ length: RUNS + 1 }, (_, index) => rearranged(whole, index + 1)),
  ]);
  const wholeCold: number[] = [];
  for (let run = 0; run < COLD_RUNS; run += 1) wholeCold.push(...(await ask([whole])));
  return { afterKey, wholeWarm, wholeCold };
}

/** The texts that each of the first keystrokes changes. */
function changes(start: Document): string[][] {
  const batches: string[][] = [];
  const known = new Set(textsToCount(assemble(start, 1)));
  for (let index = 0, document = start; index < RUNS; index += 1) {
    document = typeInto(document, index);
    const missing = textsToCount(assemble(document, 1)).filter((text) => !known.has(text));
    for (const text of missing) known.add(text);
    batches.push(missing);
  }
  return batches;
}

/** The same words in another order, so that no paragraph is remembered, though every word is. */
function rearranged(texts: readonly string[], seed: number): string[] {
  const random = seededRandom(seed);
  return texts.map((text) => {
    const words = text.split(' ');
    for (let last = words.length - 1; last > 0; last -= 1) {
      const other = random(last + 1);
      [words[last], words[other]] = [words[other] ?? '', words[last] ?? ''];
    }
    return words.join(' ');
  });
}

interface Batches {
  readonly url: string;
  readonly family: string;
  readonly batches: readonly (readonly string[])[];
}

/** Runs in the page: a worker of its own counts one batch after the other. */
function timeBatches({ url, family, batches }: Batches): Promise<number[]> {
  return new Promise((resolve, reject) => {
    // What the build makes of a module worker is a classic one.
    const worker = new Worker(url);
    const times: number[] = [];
    let sentAt = 0;
    const sendNext = () => {
      const texts = batches[times.length];
      if (texts === undefined) {
        worker.terminate();
        resolve(times);
        return;
      }
      sentAt = performance.now();
      worker.postMessage({ type: 'count', id: times.length, family, texts });
    };
    worker.addEventListener('error', () => reject(new Error('The worker failed.')));
    worker.addEventListener('message', ({ data }) => {
      if (data.type === 'counts') times.push(performance.now() - sentAt);
      sendNext();
    });
  });
}
