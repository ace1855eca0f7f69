import { chromium } from 'playwright';
import { findBrowser } from '@/scripts/browser.mjs';
import { benchDocument, requestBytes } from './bench-document.ts';
import { countInWorkers, type WorkerTimes } from './count-in-worker.ts';
import { median, p95, sum } from './measure.ts';
import { bar, heading, kilobytes, ms, ratio, table, timesRow } from './report.ts';
import { LONG_TASK_MS, type TypedKey } from './typed-keys.ts';
import { KEYSTROKES, openDocument, PAUSE_MS, ROUNDS, type TypingRounds, typeInRounds } from './typing-rounds.ts';

/** (a) in Chromium, on the production build: what a keystroke costs the page's thread, and when its figures are on the screen. */
export async function keystrokeInPage(server: string): Promise<void> {
  const { path } = await findBrowser();
  const browser = await chromium.launch(path ? { executablePath: path } : {});
  const start = benchDocument(100_000);
  heading(
    `(a) Keystroke in a 9 kB section of a ${kilobytes(requestBytes(start))} request, in Chromium (${ROUNDS} × ${KEYSTROKES} times)`,
  );
  const rounds = await typeInRounds(browser, server, start);
  const counting = await countInWorkers(await openDocument(browser, server, start), start);
  await browser.close();
  report(rounds, counting);
}

function report({ workbench, bare, slowEvents }: TypingRounds, counting: WorkerTimes): void {
  const keys = workbench.flat();
  const shown = shownKeys(workbench);
  const single = shown.map(({ processor }) => processor);
  const work = keyMedians(workbench);
  const bareWork = keyMedians(bare);
  const row = (name: string, times: readonly number[]) => timesRow(name, times, work);
  table(
    ['', 'median', 'p95', 'of the first row'],
    [
      row(`key to new figures: the main thread's processor time, a key's median of ${ROUNDS}`, work),
      row('  each time by itself', single),
      row("  a page that is CodeMirror alone, to its letter: a key's median", bareWork),
      row(
        '  each time by itself',
        shownKeys(bare).map(({ processor }) => processor),
      ),
      row(
        `all that a key sets off, ${PAUSE_MS} ms (saving too): processor time`,
        keys.map(({ processor }) => processor),
      ),
      row(
        '  by the clock (more than that: the machine is busy)',
        keys.map(({ clock }) => clock),
      ),
      row(
        'key to the first new figure',
        shown.map(({ toFigure }) => toFigure),
      ),
      row(
        'key to the end of the frame that shows it',
        shown.map(({ toFrame }) => toFrame),
      ),
      row('worker: the texts that one key changed', counting.afterKey),
      row('worker: whole prompt anew, words remembered', counting.wholeWarm),
      row('worker: whole prompt anew, nothing remembered', counting.wholeCold),
    ],
  );
  console.log(`\n${shown.length} of ${keys.length} keys changed a figure.`);
  console.log(
    `Event timing: ${slowEvents.length} key events reached their frame after 16 ms or more${describe(slowEvents)}.`,
  );
  console.log(`Long tasks (over ${LONG_TASK_MS} ms): ${sum(keys.map(({ longTasks }) => longTasks))}.`);
  console.log(
    `A key costs ${ratio(median(work), median(bareWork))} of what it costs in a page that is CodeMirror alone.`,
  );
  workBar('each time by itself', single);
  workBar(`a key's median of ${ROUNDS} rounds`, work);
  const times = median(counting.wholeCold) / median(counting.afterKey);
  bar('counting 10 times faster than the whole prompt anew', ratio(times, 1), times >= 10);
}

type Keys = readonly (readonly TypedKey[])[];

const shownKeys = (rounds: Keys) => rounds.flat().flatMap(({ shown }) => shown ?? []);

/** For each key the median over the rounds of its work until it was shown, in milliseconds. */
function keyMedians(rounds: Keys): number[] {
  return Array.from({ length: KEYSTROKES }, (_, index) =>
    median(rounds.flatMap((keys) => keys[index]?.shown?.processor ?? [])),
  ).filter((time) => !Number.isNaN(time));
}

function workBar(which: string, times: readonly number[]): void {
  const slow = p95(times);
  bar(`main-thread work from key to new figures under 16 ms at p95, ${which}`, ms(slow), slow < 16);
}

const describe = (durations: readonly number[]): string =>
  durations.length === 0 ? '' : ` (median ${median(durations)} ms, p95 ${p95(durations)} ms, in steps of 8 ms)`;
