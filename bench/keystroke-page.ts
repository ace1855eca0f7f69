import { type Browser, chromium, type Page } from 'playwright';
import { PRESETS } from '@/lib/document/presets.ts';
import { encodeShare } from '@/lib/document/share-codec.ts';
import { findBrowser } from '@/scripts/browser.mjs';
import { openBareEditor } from './bare-editor-page.ts';
import { benchDocument, EDITED_SECTION, requestBytes, typedLetter } from './bench-document.ts';
import { countInWorkers } from './count-in-worker.ts';
import { median, p95 } from './measure.ts';
import { KEY_MARK, readSlowEvents, SHOWN_MARK, startProbe } from './page-probe.ts';
import { bar, heading, kilobytes, ms, ratio, table, timesRow } from './report.ts';
import { type Mark, type ThreadTask, type ThreadTrace, traceThread } from './thread-trace.ts';

const KEYSTROKES = 200;
const WARMUP = 25;
/** The page and the bare editor take turns, so many keys each: a machine that slows down slows both. */
const TURN = 25;
/** After a key, until all that it sets off is over, saving too. */
const PAUSE_MS = 150;
/** A task that keeps the thread longer is a long one by the browser's own measure. */
const LONG_TASK_MS = 50;

/** What changes with the figures of a key: the ribbon's, and the edited section's, its prefix key among them. */
const FIGURES = '[aria-label="Ribbon"], [aria-label="Editor"] div:has(> [title^="Prefix key"])';
const TYPED_TEXT = '[contenteditable=true]';

/** (a) in Chromium, on the production build: what a keystroke costs the page's thread, and when its figures are on the screen. */
export async function keystrokeInPage(server: string): Promise<void> {
  const { path } = await findBrowser();
  const browser = await chromium.launch(path ? { executablePath: path } : {});
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const start = benchDocument(100_000);
  await openDocument(page, server, start);
  heading(
    `(a) Keystroke in a 9 kB section of a ${kilobytes(requestBytes(start))} request, in Chromium (${KEYSTROKES} times)`,
  );

  const text = start.sections.find(({ id }) => id === EDITED_SECTION)?.text ?? '';
  const bare = await openBareEditor(browser, text);
  const ours = await startTyping(browser, page, FIGURES);
  const alone = await startTyping(browser, bare.page, TYPED_TEXT);
  for (let from = WARMUP; from < WARMUP + KEYSTROKES; from += TURN) {
    for (const typist of [ours, alone]) typist.keys.push(...(await typeKeys(typist, from, TURN)));
  }
  bare.stop();
  const slowEvents = await page.evaluate(readSlowEvents);
  const counting = await countInWorkers(page, start);
  await browser.close();

  const { keys } = ours;
  const shown = keys.flatMap((key) => key.shown ?? []);
  const processor = shown.map((each) => each.processor);
  const bareProcessor = alone.keys.flatMap((key) => key.shown?.processor ?? []);
  table(
    ['', 'median', 'p95', 'of the first row'],
    [
      timesRow("key to new figures: the main thread's processor time", processor, processor),
      timesRow('  the same of a page that is CodeMirror alone, to its letter', bareProcessor, processor),
      timesRow(
        `all that a key sets off, ${PAUSE_MS} ms (saving too): processor time`,
        keys.map((key) => key.processor),
        processor,
      ),
      timesRow(
        '  by the clock (more than that: the machine is busy)',
        keys.map((key) => key.clock),
        processor,
      ),
      timesRow(
        'key to the first new figure',
        shown.map((each) => each.toFigure),
        processor,
      ),
      timesRow(
        'key to the end of the frame that shows it',
        shown.map((each) => each.toFrame),
        processor,
      ),
      timesRow('worker: the texts that one key changed', counting.afterKey, processor),
      timesRow('worker: whole prompt anew, words remembered', counting.wholeWarm, processor),
      timesRow('worker: whole prompt anew, nothing remembered', counting.wholeCold, processor),
    ],
  );
  console.log(`\n${shown.length} of ${keys.length} keys changed a figure.`);
  console.log(
    `Event timing: ${slowEvents.length} key events reached their frame after 16 ms or more${describe(slowEvents)}.`,
  );
  console.log(`Long tasks (over ${LONG_TASK_MS} ms): ${keys.reduce((sum, { longTasks }) => sum + longTasks, 0)}.`);
  bar('main-thread work from key to new figures under 16 ms at p95', ms(p95(processor)), p95(processor) < 16);
  const times = median(counting.wholeCold) / median(counting.afterKey);
  console.log(
    `A key costs ${ratio(median(processor), median(bareProcessor))} of what it costs in a page that is CodeMirror alone.`,
  );
  bar('counting 10 times faster than the whole prompt anew', ratio(times, 1), times >= 10);
}

/** Opens a document the way a person does who was sent a link, and puts the caret into its edited section. */
async function openDocument(page: Page, server: string, document: ReturnType<typeof benchDocument>): Promise<void> {
  await page.goto(`${server}/#${encodeShare(document, PRESETS[0].document)}`);
  const title = document.sections.find(({ id }) => id === EDITED_SECTION)?.title ?? '';
  const editor = page.getByRole('textbox', { name: title, exact: true });
  await editor.click();
  await page.locator('[contenteditable=true]').waitFor();
  await editor.click();
  await page.waitForLoadState('networkidle');
}

/** A page that is typed into, and what came of each key. */
interface Typist {
  readonly browser: Browser;
  readonly page: Page;
  readonly keys: TypedKey[];
}

/** What the main thread did for one key, in milliseconds. */
interface TypedKey {
  /** From the key's task to the end of the frame that shows what it changed; `undefined`: nothing that is watched changed. */
  readonly shown: { readonly processor: number; readonly toFigure: number; readonly toFrame: number } | undefined;
  /** In the whole pause: of the processor's time, and by the clock. */
  readonly processor: number;
  readonly clock: number;
  readonly longTasks: number;
}

async function startTyping(browser: Browser, page: Page, selector: string): Promise<Typist> {
  await page.bringToFront();
  // What tsx puts around the functions that are sent into the page.
  await page.evaluate('globalThis.__name = (value) => value');
  await page.evaluate(startProbe, { key: KEY_MARK, shown: SHOWN_MARK, selector });
  const typist = { browser, page, keys: [] };
  await typeKeys(typist, 0, WARMUP);
  return typist;
}

async function typeKeys({ browser, page }: Typist, from: number, count: number): Promise<TypedKey[]> {
  await page.bringToFront();
  const trace = await traceThread(browser, page, async () => {
    for (let index = from; index < from + count; index += 1) {
      await page.keyboard.type(typedLetter(index));
      await page.waitForTimeout(PAUSE_MS);
    }
  });
  return typedKeys(trace);
}

/** A trace key by key: the tasks of each begin with the one that its mark lies in. */
function typedKeys({ tasks, marks }: ThreadTrace): TypedKey[] {
  const starts = marks
    .filter(({ name }) => name === KEY_MARK)
    .map(({ at }) => tasks.findLastIndex(({ start }) => start <= at));
  return starts.map((first, index) => {
    const own = tasks.slice(first, starts[index + 1]);
    return {
      shown: shownKey(own, marks),
      processor: sum(own.map(({ processor }) => processor)),
      clock: sum(own.map(({ start, end }) => end - start)),
      longTasks: own.filter(({ start, end }) => end - start > LONG_TASK_MS).length,
    };
  });
}

function shownKey(tasks: readonly ThreadTask[], marks: readonly Mark[]): TypedKey['shown'] {
  const [first, last] = [tasks[0], tasks.at(-1)];
  if (!first || !last) return undefined;
  const own = marks.filter(({ at }) => at >= first.start && at <= last.end);
  const key = own.find(({ name }) => name === KEY_MARK);
  const figure = own.find(({ name }) => name === SHOWN_MARK);
  const frame = figure && tasks.findIndex(({ isFrame, end }) => isFrame && end >= figure.at);
  const shows = frame === undefined ? undefined : tasks[frame];
  if (!key || !figure || frame === undefined || !shows) return undefined;
  return {
    processor: sum(tasks.slice(0, frame + 1).map(({ processor }) => processor)),
    toFigure: figure.at - key.at,
    toFrame: shows.end - key.at,
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const describe = (durations: readonly number[]): string =>
  durations.length === 0 ? '' : ` (median ${median(durations)} ms, p95 ${p95(durations)} ms, in steps of 8 ms)`;
