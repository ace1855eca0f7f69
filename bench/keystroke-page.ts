import { type Browser, chromium, type Page } from 'playwright';
import { PRESETS } from '@/lib/document/presets.ts';
import { encodeShare } from '@/lib/document/share-codec.ts';
import { findBrowser } from '@/scripts/browser.mjs';
import { openBareEditor, serveBareEditor } from './bare-editor-page.ts';
import { benchDocument, EDITED_SECTION, requestBytes, typedLetter } from './bench-document.ts';
import { countInWorkers } from './count-in-worker.ts';
import { median, p95 } from './measure.ts';
import { KEY_MARK, readSlowEvents, SHOWN_MARK, startProbe } from './page-probe.ts';
import { bar, heading, kilobytes, ms, ratio, table, timesRow } from './report.ts';
import { traceThread } from './thread-trace.ts';
import { LONG_TASK_MS, type TypedKey, typedKeys } from './typed-keys.ts';

/** The same keys are typed in so many fresh pages: what else the machine does falls on a key in one of them, not in most. */
const ROUNDS = 5;
const WARMUP = 50;
const KEYSTROKES = 150;
/** The page and the bare editor take turns, so many keys each: a machine that slows down slows both. */
const TURN = 50;
/** After a key, until all that it sets off is over, saving too. */
const PAUSE_MS = 150;

/** What changes with the figures of a key: the ribbon's, and the edited section's, its prefix key among them. */
const FIGURES = '[aria-label="Ribbon"], [aria-label="Editor"] div:has(> [title^="Prefix key"])';
const TYPED_TEXT = '[contenteditable=true]';

/** (a) in Chromium, on the production build: what a keystroke costs the page's thread, and when its figures are on the screen. */
export async function keystrokeInPage(server: string): Promise<void> {
  const { path } = await findBrowser();
  const browser = await chromium.launch(path ? { executablePath: path } : {});
  const start = benchDocument(100_000);
  const bareEditor = await serveBareEditor(start.sections.find(({ id }) => id === EDITED_SECTION)?.text ?? '');
  heading(
    `(a) Keystroke in a 9 kB section of a ${kilobytes(requestBytes(start))} request, in Chromium (${ROUNDS} × ${KEYSTROKES} times)`,
  );
  const ours: TypedKey[][] = [];
  const alone: TypedKey[][] = [];
  const slowEvents: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await openDocument(browser, server, start);
    const bare = await openBareEditor(browser, bareEditor.address);
    const typists = [
      { page, selector: FIGURES, keys: [] as TypedKey[] },
      { page: bare, selector: TYPED_TEXT, keys: [] as TypedKey[] },
    ] as const;
    for (const typist of typists) await startTyping(browser, typist);
    for (let from = WARMUP; from < WARMUP + KEYSTROKES; from += TURN) {
      for (const { page, keys } of typists) keys.push(...(await typeKeys(browser, page, from, TURN)));
    }
    ours.push(typists[0].keys);
    alone.push(typists[1].keys);
    slowEvents.push(...(await page.evaluate(readSlowEvents)));
    for (const each of [page, bare]) await each.context().close();
  }
  bareEditor.stop();
  const page = await openDocument(browser, server, start);
  const counting = await countInWorkers(page, start);
  await browser.close();

  const keys = ours.flat();
  const shown = keys.flatMap((key) => key.shown ?? []);
  const work = keyMedians(ours);
  const bareWork = keyMedians(alone);
  const row = (name: string, times: readonly number[]) => timesRow(name, times, work);
  table(
    ['', 'median', 'p95', 'of the first row'],
    [
      row(`key to new figures: the main thread's processor time, a key's median of ${ROUNDS}`, work),
      row(
        '  each time by itself',
        shown.map((each) => each.processor),
      ),
      row("  a page that is CodeMirror alone, to its letter: a key's median", bareWork),
      row(
        '  each time by itself',
        alone.flat().flatMap((key) => key.shown?.processor ?? []),
      ),
      row(
        `all that a key sets off, ${PAUSE_MS} ms (saving too): processor time`,
        keys.map((key) => key.processor),
      ),
      row(
        '  by the clock (more than that: the machine is busy)',
        keys.map((key) => key.clock),
      ),
      row(
        'key to the first new figure',
        shown.map((each) => each.toFigure),
      ),
      row(
        'key to the end of the frame that shows it',
        shown.map((each) => each.toFrame),
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
  console.log(`Long tasks (over ${LONG_TASK_MS} ms): ${keys.reduce((sum, { longTasks }) => sum + longTasks, 0)}.`);
  console.log(
    `A key costs ${ratio(median(work), median(bareWork))} of what it costs in a page that is CodeMirror alone.`,
  );
  const p95Bar = (name: string, times: readonly number[]) =>
    bar(`main-thread work from key to new figures under 16 ms at p95, ${name}`, ms(p95(times)), p95(times) < 16);
  p95Bar(
    'each time by itself',
    shown.map((each) => each.processor),
  );
  p95Bar(`a key's median of ${ROUNDS} rounds`, work);
  const times = median(counting.wholeCold) / median(counting.afterKey);
  bar('counting 10 times faster than the whole prompt anew', ratio(times, 1), times >= 10);
}

/** Opens a document the way a person does who was sent a link, and puts the caret into its edited section. */
async function openDocument(
  browser: Browser,
  server: string,
  document: ReturnType<typeof benchDocument>,
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // What tsx puts around the functions that are sent into the page.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(`${server}/#${encodeShare(document, PRESETS[0].document)}`);
  const title = document.sections.find(({ id }) => id === EDITED_SECTION)?.title ?? '';
  const editor = page.getByRole('textbox', { name: title, exact: true });
  await editor.click();
  await page.locator('[contenteditable=true]').waitFor();
  await editor.click();
  await page.waitForLoadState('networkidle');
  return page;
}

async function startTyping(browser: Browser, { page, selector }: { page: Page; selector: string }): Promise<void> {
  await page.bringToFront();
  await page.evaluate(startProbe, { key: KEY_MARK, shown: SHOWN_MARK, selector });
  await typeKeys(browser, page, 0, WARMUP);
}

async function typeKeys(browser: Browser, page: Page, from: number, count: number): Promise<TypedKey[]> {
  await page.bringToFront();
  const trace = await traceThread(browser, page, async () => {
    for (let index = from; index < from + count; index += 1) {
      await page.keyboard.type(typedLetter(index));
      await page.waitForTimeout(PAUSE_MS);
    }
  });
  return typedKeys(trace);
}

/** For each key the median over the rounds of its work until it was shown, in milliseconds. */
function keyMedians(rounds: readonly (readonly TypedKey[])[]): number[] {
  return Array.from({ length: KEYSTROKES }, (_, index) =>
    median(rounds.flatMap((keys) => keys[index]?.shown?.processor ?? [])),
  ).filter((time) => !Number.isNaN(time));
}

const describe = (durations: readonly number[]): string =>
  durations.length === 0 ? '' : ` (median ${median(durations)} ms, p95 ${p95(durations)} ms, in steps of 8 ms)`;
