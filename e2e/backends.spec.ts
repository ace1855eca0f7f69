import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { type LlamaLikeServer, startLlamaLikeServer } from './llama-like-server.ts';
import { type OwnStrata, startStrata } from './own-strata.ts';
import { Workbench } from './workbench.ts';

const CANARY = 'sk-canary-0123456789';

let upstream: LlamaLikeServer;
let strata: OwnStrata;
let workbench: Workbench;

const configFile = (value: unknown): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'strata-e2e-')), 'strata.config.json');
  writeFileSync(path, JSON.stringify(value));
  return path;
};

test.describe.configure({ timeout: 120_000 });

test.beforeAll(async () => {
  upstream = await startLlamaLikeServer();
  const STRATA_CONFIG = configFile({
    default: 'Near',
    backends: [
      {
        name: 'Near',
        kind: 'llamacpp',
        baseUrl: upstream.url,
        models: ['local-a', 'local-b'],
        keyVariable: 'NEAR_KEY',
      },
      { name: 'Down', kind: 'vllm', baseUrl: 'http://127.0.0.1:1', models: ['m'] },
    ],
  });
  const started = await startStrata({ STRATA_CONFIG, NEAR_KEY: CANARY });
  if ('output' in started) throw new Error(started.output);
  strata = started;
});

test.afterAll(async () => {
  await strata?.stop();
  upstream.close();
});

test.beforeEach(async ({ page }) => {
  workbench = new Workbench(page);
  await workbench.open(`${strata.url}/`);
});

test.afterEach(() => expect(workbench.complaints).toEqual([]));

test('BACK-60, BACK-64, BACK-70: what is declared is offered, sent to with its key, and reported in the normal form', async ({
  page,
}) => {
  await expect(page.getByRole('combobox', { name: 'Backend' })).toHaveValue('near');
  const options = (name: string) => page.getByRole('combobox', { name }).getByRole('option').allTextContents();
  expect(await options('Backend')).toEqual(['Emulator', 'Near', 'Down']);
  expect(await options('Model')).toEqual(['local-a', 'local-b']);

  await workbench.send();
  await expect(workbench.run.getByRole('log', { name: 'Reply text' })).toHaveText('From nearby.');
  expect(await workbench.figure('Cache read', 'Reported')).toBe(0);
  await workbench.send();
  expect(await workbench.figure('Cache read', 'Reported')).toBeGreaterThan(1000);
  expect(await workbench.figure('Cache read', 'Predicted')).toBeGreaterThan(1000);
  expect(await workbench.figure('Cache creation 5m', 'Reported')).toBeUndefined();

  expect(upstream.keys).toContain(`Bearer ${CANARY}`);
  expect(await page.content()).not.toContain(CANARY);
  expect(await page.content()).not.toContain(upstream.url);
});

test('BACK-70: another backend takes a model that it serves, and undo brings both back', async ({ page }) => {
  const backend = page.getByRole('combobox', { name: 'Backend' });
  await backend.selectOption('emulator');
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue(/^claude-/);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(backend).toHaveValue('near');
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('local-a');
});

test('BACK-75, BACK-81: the connection is checked, and a line that fails says what to do', async ({ page }) => {
  await workbench.run.getByRole('button', { name: 'Check connection' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Check now' }).click();
  const lines = dialog.getByRole('list', { name: 'Checks' }).getByRole('listitem');
  await expect(lines).toHaveCount(10, { timeout: 60_000 });
  await expect(dialog.getByRole('status')).toHaveText('10 of 10 asked, 1 failed.');
  await expect(lines.filter({ hasText: 'Models' })).toContainText('It serves local-a, local-b.');
  await expect(lines.filter({ hasText: 'Reports cached tokens' })).toContainText('passed');
  await expect(lines.filter({ hasText: 'Input figure' })).toContainText('Exclusive');
  await expect(lines.filter({ hasText: 'Joins blocks' })).toContainText('without anything between them');
  await expect(lines.filter({ hasText: 'Prefix-cache block' })).toContainText('to the very token');
  await expect(lines.filter({ hasText: 'Billing header' })).toContainText('CLAUDE_CODE_ATTRIBUTION_HEADER=0');
});

test('BACK-76: a server that is down is told, with what to do', async ({ page }) => {
  await page.getByRole('combobox', { name: 'Backend' }).selectOption('down');
  await workbench.run.getByRole('button', { name: 'Check connection' }).click();
  const lines = page.getByRole('dialog').getByRole('list', { name: 'Checks' }).getByRole('listitem');
  await expect(lines).toHaveCount(10);
  await expect(lines.first()).toContainText('Down cannot be reached (ECONNREFUSED).');
  await expect(lines.nth(5)).toContainText('not asked');
});

test('BACK-95: one prompt goes to several backends, predicted beside reported for each', async ({ page }) => {
  await workbench.run.getByRole('button', { name: 'Several' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('switch', { name: 'Emulator' }).click();
  await dialog.getByRole('button', { name: 'Send to 2 backends' }).click();
  const table = dialog.getByRole('table', { name: 'Several backends' });
  const outcome = table.getByRole('row', { name: /^Outcome/ });
  await expect(outcome.getByText('Answered', { exact: true })).toHaveCount(2, { timeout: 30_000 });
  await expect(table.getByRole('columnheader', { name: /^(Emulator|Near)/ })).toHaveCount(2);
  const figures = await table
    .getByRole('row', { name: /^Uncached input/ })
    .getByRole('cell')
    .allTextContents();
  expect(figures).toHaveLength(4);
  expect(figures.every((figure) => /\d/.test(figure))).toBe(true);
  await page.keyboard.press('Escape');
  await expect(workbench.usage.getByText(/^Request 2/)).toBeVisible();
});

test('BACK-90, BACK-92: the billing header costs the whole prompt each time it changes, and nothing when it is off', async ({
  page,
}) => {
  await workbench.run.getByRole('button', { name: 'Header', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send 10 requests' }).click();
  const rows = dialog.getByRole('table', { name: 'Requests of the demonstration' }).getByRole('row');
  await expect(rows).toHaveCount(11, { timeout: 60_000 });
  await expect(dialog.getByRole('status')).toContainText('With the header changing,');
  await expect(dialog.getByRole('img', { name: /computed again/ })).toBeVisible();
  const computed = async (row: number) =>
    Number((await rows.nth(row).getByRole('cell').nth(1).textContent())?.replaceAll(/\D/g, ''));
  for (const row of [2, 3, 4, 5]) expect(await computed(row)).toBeGreaterThan(1000);
  for (const row of [7, 8, 9, 10]) expect(await computed(row)).toBeLessThan(20);
});

test('BACK-71, BACK-66: a server of one’s own is added, and one that leads elsewhere is refused', async ({ page }) => {
  const add = async (address: string, name: string) => {
    await workbench.run.getByRole('button', { name: 'Own server' }).click();
    await page.getByRole('textbox', { name: 'Base URL' }).fill(address);
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('button', { name: 'Add and choose' }).click();
  };
  await add(upstream.url, 'Mine');
  await expect(page.getByRole('combobox', { name: 'Backend' }).getByRole('option', { name: 'Mine' })).toBeAttached();
  const before = upstream.keys.length;
  await workbench.send();
  await expect(workbench.run.getByRole('log', { name: 'Reply text' })).toHaveText('From nearby.');
  expect(upstream.keys.slice(before)).toEqual([undefined]);
  await add('http://169.254.169.254', 'Elsewhere');
  await workbench.run.getByRole('button', { name: 'Send request' }).click();
  await expect(workbench.run.getByText('169.254.169.254 leads to a link-local address')).toBeVisible();
  workbench.complaints.splice(0); // The browser notes every answer of 403.
});

test('BACK-100, BACK-104: recipes have one’s own values, and a wrong one is told', async ({ page }) => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Show recipes' }).click();
  const settings = dialog.getByRole('region', { name: 'Text of settings.json' });
  await expect(settings).toContainText('"CLAUDE_CODE_ATTRIBUTION_HEADER": "0"');
  await expect(settings).toContainText('local-a');
  await dialog.getByRole('textbox', { name: 'Address of the server' }).fill('http://gpu.lan:8080');
  await expect(settings).toContainText('"ANTHROPIC_BASE_URL": "http://gpu.lan:8080"');
  await dialog.getByRole('combobox', { name: 'Recipe' }).selectOption('nginx');
  await expect(dialog.getByRole('region', { name: 'Text of llm.conf' })).toContainText(
    'proxy_pass http://gpu.lan:8080;',
  );
  await dialog.getByRole('textbox', { name: 'Public name, for TLS' }).fill('a b');
  await expect(dialog.getByText('It must be the name of a host')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Text of llm.conf' })).toBeHidden();
});

test('BACK-75, BACK-95: the dialogs of backends are accessible, light and dark', async ({ page }) => {
  for (const name of ['Check connection', 'Several', 'Header', 'Own server']) {
    await workbench.run.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
        `${name}, ${colorScheme}`,
      ).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

test('BACK-61: a wrong declaration keeps the server from starting, and says where', async () => {
  const STRATA_CONFIG = configFile({ backends: [{ name: 'X', kind: 'llama', baseUrl: 'http://h', apiKey: CANARY }] });
  const started = await startStrata({ STRATA_CONFIG });
  if ('stop' in started) await started.stop();
  const { output } = 'output' in started ? started : { output: 'It started.' };
  expect(output).toContain('backends[0].kind: It must be');
  expect(output).toContain('A key never stands here');
  expect(output).not.toContain(CANARY);
});
