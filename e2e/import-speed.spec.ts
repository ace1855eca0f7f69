import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type CDPSession, expect, type Locator, test } from 'playwright/test';
import { captureBody } from '@/lib/import/capture-sample.ts';
import { folderTexts } from '@/lib/import/folder-sample.ts';
import { Workbench } from './workbench.ts';

const TIMES = 5;

// A trace takes a picture of the whole page at every step, on the page's own time.
test.use({ trace: 'off' });

let workbench: Workbench;
let dialog: Locator;

test.beforeEach(async ({ page }) => {
  workbench = new Workbench(page);
  dialog = page.getByRole('dialog', { name: 'Import' });
  await workbench.open();
});

const median = (values: readonly number[]): number =>
  values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;

/** Milliseconds of the processor that the page's thread has used: what else the machine does is not in them. */
async function threadTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
}

/** Notes when something is clicked or chosen, and when the page next shows an element that it did not have. */
const watch = (selector: string) =>
  workbench.page.evaluate((wanted) => {
    const times: { from?: number; shown?: number; bar?: number } = {};
    Object.assign(globalThis, { times });
    const start = () => {
      times.from ??= performance.now();
    };
    for (const type of ['click', 'change']) addEventListener(type, start, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const progress = document.querySelector('progress');
      if (progress) times.bar = Math.max(times.bar ?? 0, progress.max);
      if (times.from === undefined || !document.querySelector(wanted)) return;
      times.shown = performance.now();
      observer.disconnect();
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  }, selector);

const watched = () =>
  workbench.page.evaluate(() => {
    const { times } = globalThis as unknown as { times: { from?: number; shown?: number; bar?: number } };
    return { waited: (times.shown ?? Number.NaN) - (times.from ?? Number.NaN), bar: times.bar };
  });

test('IMPORT-33: 201 memory files with deep includes come in within a second, under a bar, and are typed in like any other', async ({
  page,
}) => {
  const root = mkdtempSync(join(tmpdir(), 'strata-'));
  for (const [path, text] of Object.entries(folderTexts('harbour'))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  await workbench.openImport();
  // What the wait is for: from the folder chosen to all of its files read and told.
  await watch('[role=dialog] [aria-label=Recognised]');
  await dialog.locator('input[type=file][webkitdirectory]').setInputFiles(join(root, 'harbour'));
  await expect(dialog.getByRole('region', { name: 'Recognised' })).toContainText('201 of 201 files');
  const { waited, bar } = await watched();
  expect(waited).toBeLessThan(1000);
  expect(bar).toBe(201);
  await dialog.getByRole('button', { name: 'Import memory files' }).click();
  await expect(workbench.compose.getByText(/^20\d of 20\d files loaded$/)).toBeVisible();
  await workbench.counted();

  // A letter in the file that includes the rest: all that it sets off (assembly, counts, figures, rows), in the processor's time.
  await workbench.compose.getByRole('button', { name: '/home/dev/harbour/CLAUDE.md', exact: true }).click();
  await workbench.text().click();
  await page.keyboard.press('ControlOrMeta+End');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const typing: number[] = [];
  for (let key = 0; key < 15; key += 1) {
    const from = await threadTime(session);
    await page.keyboard.type('a');
    await page.waitForTimeout(150);
    typing.push((await threadTime(session)) - from);
  }
  expect(median(typing)).toBeLessThan(100);
  rmSync(root, { recursive: true });
});

test('IMPORT-24: a client’s request of 55 KB shows its breakpoints, layers and costs within 100 ms', async ({
  page,
}) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const waits: number[] = [];
  const work: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    await workbench.openImport();
    await dialog.getByRole('textbox', { name: 'Text' }).fill(JSON.stringify(captureBody()));
    await dialog.getByRole('button', { name: 'Read text' }).click();
    await expect(dialog.getByRole('region', { name: 'Recognised' })).toContainText('12 tools, 1 MCP server');
    // Its tools are in no other document: with them the ribbon is the request's.
    await watch('[aria-label=Ribbon] button[aria-label^="Tool10,"]');
    const from = await threadTime(session);
    await dialog.getByRole('button', { name: 'Open request' }).evaluate((button) => (button as HTMLElement).click());
    await page.waitForFunction(
      () => (globalThis as unknown as { times: { shown?: number } }).times.shown !== undefined,
    );
    work.push((await threadTime(session)) - from);
    waits.push((await watched()).waited);
    await expect(workbench.ribbon.getByRole('list', { name: 'Breakpoints' }).getByRole('listitem')).toHaveCount(3);
    await expect(workbench.run.getByText(/^\$0\.\d+/).first()).toBeVisible();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await workbench.counted();
  }
  // By the clock; where the machine has other things to do, by the processor's time of the page.
  expect(Math.min(median(waits), median(work))).toBeLessThan(100);
});
