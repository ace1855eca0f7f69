import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, type Locator, test } from 'playwright/test';
import { captureBody } from '@/lib/import/capture-sample.ts';
import { Workbench } from './workbench.ts';

const CANARY = 'sk-ant-canary-0123456789';
const REQUEST = JSON.stringify(captureBody());

let workbench: Workbench;
let dialog: Locator;

test.beforeEach(async ({ page }) => {
  workbench = new Workbench(page);
  dialog = page.getByRole('dialog', { name: 'Import' });
  await workbench.open();
});

const importText = async (text: string) => {
  await workbench.openImport();
  await dialog.getByRole('textbox', { name: 'Text' }).fill(text);
  await dialog.getByRole('button', { name: 'Read text' }).click();
};

/** Exports from the menu and gives the text of the file. */
const exported = async (button: string): Promise<string> => {
  const { page } = workbench;
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: button }).click(),
  ]);
  await page.keyboard.press('Escape');
  return readFileSync(await download.path(), 'utf8');
};

test('IMPORT-20, UI-13: a request is shown, opened as one step, sent, and exported byte for byte', async ({ page }) => {
  const before = await workbench.totalTokens();
  await importText(REQUEST);
  const recognised = dialog.getByRole('region', { name: 'Recognised' });
  await expect(recognised).toContainText('3 blocks: attribution header, identity');
  await expect(recognised).toContainText('12 tools, 1 MCP server');
  await expect(recognised).toContainText('/home/dev/harbour/CLAUDE.md');
  await expect(recognised).toContainText('same text byte for byte');
  // From the click to the first figures of the new request.
  await page.evaluate(() => {
    const ribbon = document.querySelector('[aria-label="Ribbon"]');
    addEventListener('click', () => Object.assign(globalThis, { clicked: performance.now() }), {
      once: true,
      capture: true,
    });
    const observer = new MutationObserver(() => {
      Object.assign(globalThis, { shown: performance.now() });
      observer.disconnect();
    });
    if (ribbon) observer.observe(ribbon, { subtree: true, childList: true, characterData: true });
  });
  await dialog.getByRole('button', { name: 'Open request' }).click();
  await expect(dialog).toBeHidden();
  await workbench.counted();
  const waited = await page.evaluate(() => {
    const { clicked, shown } = globalThis as unknown as { clicked: number; shown: number };
    return shown - clicked;
  });
  expect(waited).toBeLessThan(100);

  await expect(workbench.compose.getByRole('switch', { name: 'Attribution header' })).toBeVisible();
  await expect(workbench.editor.getByRole('region', { name: 'Static prompt' })).toBeVisible();
  expect(await exported('Download JSON')).toBe(REQUEST);

  await workbench.send();
  expect(await workbench.figure('Cache creation 1h', 'Reported')).toBe(
    await workbench.figure('Cache creation 1h', 'Predicted'),
  );
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => workbench.totalTokens()).toBe(before);
  expect(workbench.complaints).toEqual([]);
});

test('IMPORT-5, IMPORT-6: a log gives its requests to choose from, and no key', async ({ page }) => {
  const line = (asked: string) =>
    JSON.stringify({
      timestamp: '2026-11-21T10:00:00Z',
      request: {
        method: 'POST',
        path: '/v1/messages',
        headers: { 'x-api-key': CANARY },
        body: { model: 'claude-sonnet-5-5', max_tokens: 9, messages: [{ role: 'user', content: asked }] },
      },
    });
  await workbench.openImport();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose file' }).click(),
  ]);
  const buffer = Buffer.from([line('First question'), line('Second question')].join('\n'));
  await chooser.setFiles({ name: 'trace.jsonl', mimeType: 'application/jsonl', buffer });
  await dialog.getByRole('combobox', { name: /^Request/ }).selectOption({ index: 0 });
  await dialog.getByRole('button', { name: 'Open request' }).click();
  await workbench.counted();
  const json = await exported('Download JSON');
  expect(json).toContain('First question');
  expect(await exported('Download document')).not.toContain(CANARY);
});

test('IMPORT-30, IMPORT-33: a folder’s memory files are found, nothing of it is sent away', async ({ page }) => {
  const folder = join(mkdtempSync(join(tmpdir(), 'strata-')), 'harbour');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('CLAUDE.md', Array.from({ length: 120 }, (_, at) => `@parts/${at}.md`).join('\n'));
  for (let at = 0; at < 120; at += 1) write(`parts/${at}.md`, `Tide ${at}.`);
  write('node_modules/x/CLAUDE.md', 'Foreign');
  write('src/secret.txt', CANARY);
  const calls: string[] = [];
  page.on('request', (request) => request.method() !== 'GET' && calls.push(request.url()));
  await workbench.openImport();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose folder' }).click(),
  ]);
  await chooser.setFiles(folder);
  await expect(dialog.getByRole('region', { name: 'Recognised' })).toContainText('121 of 123 files');
  await dialog.getByRole('button', { name: 'Import memory files' }).click();
  await expect(workbench.compose.getByText(/^12\d of 1\d\d files loaded/)).toBeVisible();
  expect(calls).toEqual([]);
  rmSync(dirname(folder), { recursive: true });
});

test('IMPORT-34: a .zip dropped on the page is a folder', async ({ page }) => {
  const bytes = [...zipSync({ 'quay/CLAUDE.md': strToU8('Mind the quay.') })];
  await page.evaluate((list) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(list)], 'quay.zip'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, bytes);
  await dialog.getByRole('button', { name: 'Import memory files' }).click();
  await expect(workbench.compose.getByRole('button', { name: /CLAUDE\.md/ }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
});

test('IMPORT-40: the request is copied as JSON and as a cURL command, without a key', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const json = await exported('Download JSON');
  expect(json).toMatch(/^\{\n {2}"model": /);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Export' }).click();
  const copied = async (label: string) => {
    await page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: label }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('Copy JSON')).toBe(json);
  const command = await copied('Copy as cURL');
  expect(command).toMatch(/^curl .+\/v1\/messages/);
  expect(command).toContain('x-api-key: $ANTHROPIC_API_KEY');
  await page.keyboard.press('Escape');
  await importText(command);
  await dialog.getByRole('button', { name: 'Open request' }).click();
  await workbench.counted();
  expect(JSON.parse(await exported('Download JSON'))).toEqual(JSON.parse(json));
});

test('IMPORT-8, IMPORT-41: an exported document opens again', async () => {
  await workbench.section('Actions').click();
  await workbench.counted();
  const total = await workbench.totalTokens();
  const document = await exported('Download document');
  await workbench.section('Actions').click();
  await expect.poll(() => workbench.totalTokens()).not.toBe(total);
  await importText(document);
  await dialog.getByRole('button', { name: 'Open document' }).click();
  await expect.poll(() => workbench.totalTokens()).toBe(total);
});

test('IMPORT-4, IMPORT-9: what cannot be read says why and keeps the text; git output fills the git status', async () => {
  await importText('curl https://api.anthropic.com/v1/messages -d @body.json');
  await expect(dialog.getByRole('alert')).toContainText('The body is in a file (@)');
  await expect(dialog.getByRole('textbox', { name: 'Text' })).toHaveValue(/@body\.json$/);
  await dialog.getByRole('textbox', { name: 'Text' }).fill('{"model": "m",\n"messages": [}');
  await dialog.getByRole('button', { name: 'Read text' }).click();
  await expect(dialog.getByRole('alert')).toContainText('line 2, column 14');
  await dialog.getByRole('textbox', { name: 'Text' }).fill('On branch lamp\nnothing to commit, working tree clean\n');
  await dialog.getByRole('button', { name: 'Read text' }).click();
  await dialog.getByRole('button', { name: 'Fill git status' }).click();
  await expect(workbench.editor.getByRole('textbox', { name: 'Current branch' })).toHaveValue('lamp');
});

test('UI-14: a tool call and its result are added as blocks, and sent', async ({ page }) => {
  await workbench.tab('Context');
  const turns = workbench.compose.getByRole('list', { name: 'Turns' });
  await expect(turns.getByRole('button', { name: /^Turn 1:/ })).toBeVisible();
  const count = await turns.getByRole('button', { name: /^Turn \d+:/ }).count();
  const add = async (role: string, item: string) => {
    await workbench.compose.getByRole('button', { name: 'Add turn' }).click();
    const number = await turns.getByRole('button', { name: /^Turn \d+:/ }).count();
    await turns.getByRole('combobox', { name: `Role of turn ${number}` }).selectOption(role);
    await turns.getByRole('button', { name: `Actions for turn ${number}` }).click();
    await page.getByRole('menuitem', { name: item }).click();
    const blocks = turns.getByRole('list', { name: `Blocks of turn ${number}` });
    await blocks.getByRole('button', { name: `Actions for block 1 of turn ${number}` }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    return { blocks, number };
  };
  const call = await add('assistant', 'Add tool use');
  await call.blocks.getByRole('textbox', { name: /^Tool,/ }).fill('Read');
  const result = await add('user', 'Add tool result');
  await expect(result.blocks.getByRole('combobox', { name: /^Answers/ })).toHaveValue('toolu_1');
  await workbench.text().fill('The file is empty.');
  await expect(turns.getByRole('button', { name: /^Turn \d+:/ })).toHaveCount(count + 2);
  await workbench.counted();
  await expect(workbench.run.getByRole('alert')).toHaveCount(0);
  await workbench.send();
  await expect(workbench.run.getByRole('region', { name: 'Reply' }).getByRole('alert')).toHaveCount(0);
});
