import { type CDPSession, chromium, type Page } from 'playwright';
import { PRESETS } from '@/lib/document/presets.ts';
import { encodeShare } from '@/lib/document/share-codec.ts';
import { findBrowser } from '@/scripts/browser.mjs';
import { openBareEditor } from './bare-editor-page.ts';
import { benchDocument, EDITED_SECTION, requestBytes, typedLetter } from './bench-document.ts';
import { countInWorkers } from './count-in-worker.ts';
import { median, p95 } from './measure.ts';
import { readProbe, startProbe } from './page-probe.ts';
import { bar, heading, kilobytes, ms, ratio, table, timesRow } from './report.ts';

const KEYSTROKES = 200;
const WARMUP = 25;
/** Pauses without a key, to know what measuring itself costs; and keys whose clock times a probe in the page notes. */
const IDLE_PAUSES = 40;
const PROBED_KEYS = 100;
/** The page and the bare editor take turns, so many keys each: a machine that slows down slows both. */
const TURN = 25;
/** After a key: until its figures are on the screen (two frames at most), and until all that it sets off is over, saving too. */
const SHOWN_MS = 50;
const PAUSE_MS = 150;

/** (a) in Chromium, on the production build: what a keystroke costs the page's thread, and when the ribbon shows it. */
export async function keystrokeInPage(server: string): Promise<void> {
  const { path } = await findBrowser();
  const browser = await chromium.launch(path ? { executablePath: path } : {});
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  // What tsx puts around the functions that are sent into the page.
  await page.addInitScript('globalThis.__name = (value) => value');
  const start = benchDocument(100_000);
  await openDocument(page, server, start);
  heading(
    `(a) Keystroke in a 9 kB section of a ${kilobytes(requestBytes(start))} request, in Chromium (${KEYSTROKES} times)`,
  );

  const text = start.sections.find(({ id }) => id === EDITED_SECTION)?.text ?? '';
  const bare = await openBareEditor(browser, text);
  const ours = await startTyping(page);
  const alone = await startTyping(bare.page);
  for (let from = WARMUP; from < WARMUP + KEYSTROKES; from += TURN) {
    for (const typist of [ours, alone]) {
      await typist.page.bringToFront();
      addWork(typist.work, await typeKeys(typist, from, TURN));
    }
  }
  bare.stop();
  const untilShown = less(ours.work.shown, ours.idle.shown);
  const bareShown = less(alone.work.shown, alone.idle.shown);
  const processor = less(ours.work.processor, ours.idle.processor);
  const { busy } = ours.work;
  // In a pass of its own: the probe works in the page, too.
  await page.bringToFront();
  await page.evaluate(startProbe);
  await typeKeys(ours, WARMUP + KEYSTROKES, PROBED_KEYS);
  const { keys, slowEvents, longTasks } = await page.evaluate(readProbe);
  const counting = await countInWorkers(page, start);
  await browser.close();

  const shown = keys.filter(({ figure }) => figure !== undefined);
  const toFigure = shown.map(({ at, figure = at }) => figure - at);
  const toFrame = shown.flatMap(({ at, frame }) => (frame === undefined ? [] : [frame - at]));
  table(
    ['', 'median', 'p95', 'of the first row'],
    [
      timesRow("key to new figures: the main thread's processor time", untilShown, untilShown),
      timesRow('  the same of a page that is CodeMirror alone', bareShown, untilShown),
      timesRow(`all that a key sets off, ${PAUSE_MS} ms (saving too): processor time`, processor, untilShown),
      timesRow('  by the clock (more than that: the machine is busy)', busy, untilShown),
      timesRow(`without a key, ${SHOWN_MS} ms: its median is taken off above`, ours.idle.shown, untilShown),
      timesRow('key to new figure in the ribbon', toFigure, untilShown),
      timesRow('key to the frame that shows it', toFrame, untilShown),
      timesRow('worker: the texts that one key changed', counting.afterKey, untilShown),
      timesRow('worker: whole prompt anew, words remembered', counting.wholeWarm, untilShown),
      timesRow('worker: whole prompt anew, nothing remembered', counting.wholeCold, untilShown),
    ],
  );
  console.log(`\n${shown.length} of ${keys.length} keys changed a figure of the ribbon.`);
  console.log(
    `Event timing: ${slowEvents.length} key events reached their frame after 16 ms or more${describe(slowEvents)}.`,
  );
  console.log(`Long tasks (over 50 ms): ${longTasks}.`);
  bar('main-thread work from key to new figures under 16 ms at p95', ms(p95(untilShown)), p95(untilShown) < 16);
  const times = median(counting.wholeCold) / median(counting.afterKey);
  console.log(
    `A key costs ${ratio(median(untilShown), median(bareShown))} of what it costs in a page that is CodeMirror alone.`,
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

/** A page that is typed into, and what its thread did. */
interface Typist {
  readonly page: Page;
  readonly session: CDPSession;
  readonly work: Work;
  /** The same pauses without a key: what asking for the times costs, and whatever else the page does by itself. */
  readonly idle: Work;
}

async function startTyping(page: Page): Promise<Typist> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.bringToFront();
  const typist = { page, session, work: noWork(), idle: noWork() };
  await typeKeys(typist, 0, WARMUP);
  addWork(typist.idle, await workAfter(typist, IDLE_PAUSES, async () => undefined));
  return typist;
}

const typeKeys = (typist: Typist, from: number, count: number): Promise<Work> =>
  workAfter(typist, count, (index) => typist.page.keyboard.type(typedLetter(from + index)));

/** Times without what measuring them costs, in milliseconds. */
const less = (times: readonly number[], idle: readonly number[]): number[] => times.map((time) => time - median(idle));

/** What the page's thread did after each `act`, in milliseconds: until its figures were shown, and in the whole pause. */
interface Work {
  /** Of the processor's time. */
  readonly shown: number[];
  /** By the clock. */
  readonly busy: number[];
  /** Of the processor's time. */
  readonly processor: number[];
}

const noWork = (): Work => ({ shown: [], busy: [], processor: [] });

function addWork(all: Work, more: Work): void {
  for (const kind of ['shown', 'busy', 'processor'] as const) all[kind].push(...more[kind]);
}

async function workAfter(
  { page, session }: Typist,
  count: number,
  act: (index: number) => Promise<void>,
): Promise<Work> {
  const work = noWork();
  for (let index = 0; index < count; index += 1) {
    const before = await threadTimes(session);
    await act(index);
    await page.waitForTimeout(SHOWN_MS);
    const between = await threadTimes(session);
    await page.waitForTimeout(PAUSE_MS - SHOWN_MS);
    const after = await threadTimes(session);
    work.shown.push(between.processor - before.processor);
    work.busy.push(after.busy - before.busy);
    work.processor.push(after.processor - before.processor);
  }
  return work;
}

async function threadTimes(session: CDPSession): Promise<{ busy: number; processor: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const milliseconds = (metric: string) => (metrics.find(({ name }) => name === metric)?.value ?? Number.NaN) * 1000;
  return { busy: milliseconds('TaskDuration'), processor: milliseconds('ThreadTime') };
}

const describe = (durations: readonly number[]): string =>
  durations.length === 0 ? '' : ` (median ${median(durations)} ms, p95 ${p95(durations)} ms, in steps of 8 ms)`;
