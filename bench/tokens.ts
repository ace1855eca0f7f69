import { readdirSync, readFileSync } from 'node:fs';
import { clearMergeCache, countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { createTokenEstimator } from '@/lib/tokens/estimator.ts';
import { PATHOLOGICAL } from '@/lib/tokens/pathological.arbitrary.ts';
import { measure, measureInTurn, median } from './measure.ts';
import { bar, heading, ms, ratio, table, timesRow } from './report.ts';

const MEGABYTE = 1_000_000;
const CORPORA = [
  { name: 'Markdown', ending: '.md' },
  { name: 'TypeScript', ending: '.d.ts' },
] as const;

/** What an estimate costs beside gpt-tokenizer's plain count, what an edit costs, and 1 MB of each kind of pathological text. */
export async function tokenSpeed(): Promise<void> {
  for (const { name, ending } of CORPORA) await besidePlain(name, installedText(ending, MEGABYTE));
  await afterAnEdit(installedText('.md', 100_000));
  await pathological();
}

async function besidePlain(name: string, text: string): Promise<void> {
  heading(`Counting ${text.length} characters of ${name}`);
  const plain = () => countTokens(text, { disallowedSpecial: new Set() });
  const first = await measureInTurn(
    [clearMergeCache, plain, plain, () => createTokenEstimator().count(text, 'claude-new')],
    {
      runs: 7,
      warmup: 2,
    },
  );
  const [, plainFirst = [], plainAgain = [], estimate = []] = first;
  const { count } = createTokenEstimator();
  count(text, 'claude-new');
  const again = await measure(() => count(text, 'claude-new'), { runs: 7 });
  table(
    ['', 'median', 'p95', 'of the plain count'],
    [
      timesRow('plain count, first time', plainFirst, plainFirst),
      timesRow('estimate, first time', estimate, plainFirst),
      timesRow('plain count, again', plainAgain, plainAgain),
      timesRow('estimate, again', again, plainAgain),
    ],
  );
  const share = median(estimate) / median(plainFirst);
  bar('the estimate costs less than 1.3 × the plain count', ratio(share, 1), share < 1.3);
}

async function afterAnEdit(text: string): Promise<void> {
  heading(`Counting ${text.length} characters again, one word inserted each time`);
  const { count } = createTokenEstimator();
  const middle = text.length / 2;
  const edited = Array.from(
    { length: 60 },
    (_, index) => `${text.slice(0, middle)} word${index} ${text.slice(middle)}`,
  );
  const times = await measure((index) => count(edited[index] ?? '', 'claude-new'), { runs: 40, warmup: 20 });
  table(['', 'median', 'p95', 'of itself'], [timesRow('estimate after an edit', times, times)]);
  bar('well under 1 ms', ms(median(times)), median(times) < 0.7);
}

async function pathological(): Promise<void> {
  heading('Estimating 1 MB of pathological text, first time (3 times each)');
  const rows: string[][] = [];
  let slowest = 0;
  for (const [kind, make] of Object.entries(PATHOLOGICAL)) {
    const text = make(MEGABYTE);
    const times = await measure(() => createTokenEstimator().count(text, 'claude-new'), { runs: 3 });
    slowest = Math.max(slowest, median(times));
    rows.push([kind, ms(median(times)), ms(Math.max(...times))]);
  }
  table(['kind', 'median', 'longest'], rows);
  bar('every kind under 300 ms', ms(slowest), slowest < 300);
}

/** Text of the installed packages, so that the benchmark ships none. */
function installedText(ending: string, length: number): string {
  const folder = new URL('../node_modules/', import.meta.url);
  let text = '';
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (text.length >= length) break;
    if (path.endsWith(ending)) text += readFileSync(new URL(path, folder), 'utf8').slice(0, 50_000);
  }
  return text.slice(0, length);
}
