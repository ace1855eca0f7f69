import type { Browser, Page } from 'playwright';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { encodeShare } from '@/lib/document/share-codec.ts';
import { openBareEditor, serveBareEditor } from './bare-editor-page.ts';
import { editedSection, typedLetter } from './bench-document.ts';
import { openPage } from './open-page.ts';
import { KEY_MARK, readSlowEvents, SHOWN_MARK, startProbe } from './page-probe.ts';
import { traceThread } from './thread-trace.ts';
import { type TypedKey, typedKeys } from './typed-keys.ts';

/** The same keys are typed in so many fresh pages: what else the machine does falls on a key in one of them, not in most. */
export const ROUNDS = 5;
export const KEYSTROKES = 150;
/** After a key, until all that it sets off is over, saving too. */
export const PAUSE_MS = 150;
const WARMUP = 50;
/** The page and the bare editor take turns, so many keys each: a machine that slows down slows both. */
const TURN = 50;

/** What changes with the figures of a key: the ribbon's, and the edited section's, its prefix key among them. */
const FIGURES = '[aria-label="Ribbon"], [aria-label="Editor"] div:has(> span > .num)';

/** CodeMirror's text, in either page. */
const CODE_EDITOR = '[contenteditable=true]';

/** The keys of each round, the same ones in the same order. */
export interface TypingRounds {
  readonly workbench: readonly (readonly TypedKey[])[];
  /** In a page that is CodeMirror alone. */
  readonly bare: readonly (readonly TypedKey[])[];
  /** Durations of the workbench's key events from 16 ms on, as Event Timing gives them. */
  readonly slowEvents: readonly number[];
}

/** Types into the edited section of a document, and in turn into a bare editor with its text. */
export async function typeInRounds(browser: Browser, server: string, start: Document): Promise<TypingRounds> {
  const bareEditor = await serveBareEditor(editedSection(start).text);
  const rounds = { workbench: [] as TypedKey[][], bare: [] as TypedKey[][], slowEvents: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const workbench = await openDocument(browser, server, start);
    const bare = await openBareEditor(browser, bareEditor.address);
    const typists = [
      { page: workbench, watched: FIGURES, keys: [] as TypedKey[] },
      { page: bare, watched: CODE_EDITOR, keys: [] as TypedKey[] },
    ] as const;
    for (const { page, watched } of typists) await warmUp(browser, page, watched);
    for (let from = WARMUP; from < WARMUP + KEYSTROKES; from += TURN) {
      for (const { page, keys } of typists) keys.push(...(await typeKeys(browser, page, from, TURN)));
    }
    rounds.workbench.push(typists[0].keys);
    rounds.bare.push(typists[1].keys);
    rounds.slowEvents.push(...(await workbench.evaluate(readSlowEvents)));
    for (const { page } of typists) await page.context().close();
  }
  bareEditor.stop();
  return rounds;
}

/** Opens a document the way a person does who was sent a link, and puts the caret into its edited section. */
export async function openDocument(browser: Browser, server: string, document: Document): Promise<Page> {
  const page = await openPage(browser, `${server}/#${encodeShare(document, PRESETS[0].document)}`);
  const editor = page.getByRole('textbox', { name: editedSection(document).title, exact: true });
  await editor.click();
  // The plain field that stands there first gives way to CodeMirror.
  await page.locator(CODE_EDITOR).waitFor();
  await editor.click();
  await page.waitForLoadState('networkidle');
  return page;
}

async function warmUp(browser: Browser, page: Page, watched: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate(startProbe, { key: KEY_MARK, shown: SHOWN_MARK, selector: watched });
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
