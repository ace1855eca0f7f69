import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'playwright/test';
import { type AnthropicLikeServer, startAnthropicLikeServer } from './anthropic-like-server.ts';
import { type OwnStrata, startStrata } from './own-strata.ts';
import { Workbench } from './workbench.ts';

/** By how much the server's figures are above our estimate. */
const FACTOR = 1.25;

let upstream: AnthropicLikeServer;
let strata: OwnStrata;
let workbench: Workbench;

test.describe.configure({ timeout: 120_000 });

test.beforeAll(async () => {
  upstream = await startAnthropicLikeServer();
  const STRATA_CONFIG = join(mkdtempSync(join(tmpdir(), 'strata-e2e-')), 'strata.config.json');
  const upstreamServer = { name: 'Upstream', kind: 'anthropic', baseUrl: upstream.url, keyVariable: 'UPSTREAM_KEY' };
  writeFileSync(STRATA_CONFIG, JSON.stringify({ default: 'Upstream', backends: [upstreamServer] }));
  const started = await startStrata({ STRATA_CONFIG, UPSTREAM_KEY: 'sk-canary-0123456789' });
  if ('output' in started) throw new Error(started.output);
  strata = started;
});

test.afterAll(async () => {
  await strata?.stop();
  upstream?.close();
});

test.beforeEach(async ({ page }) => {
  Object.assign(upstream, { countDelay: 0, refusals: 0 });
  workbench = new Workbench(page);
  await workbench.open(`${strata.url}/`);
});

test.afterEach(() => expect(workbench.complaints).toEqual([]));

const totalText = async () => (await workbench.ribbon.getByText(/of\s*≈?[\d,]+\s*tokens/).textContent()) ?? '';

/** All input of the usage table. */
const inputOf = async (column: 'Predicted' | 'Reported') => {
  const rows = ['Cache read', 'Cache creation 5m', 'Cache creation 1h', 'Uncached input'];
  const figures = await Promise.all(rows.map((row) => workbench.figure(row, column)));
  return figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
};

test('TOKEN-43, TOKEN-45, TOKEN-46, TOKEN-47: the provider’s own counts take the place of the estimates, with progress and Stop', async () => {
  const status = workbench.run.getByText(/^Counting, /);
  const count = workbench.run.getByRole('button', { name: 'Count exactly' });
  expect(await totalText()).toContain('≈');
  await expect(workbench.run.getByText(/^estimate ·/)).toBeVisible();
  Object.assign(upstream, { countDelay: 150, refusals: 1 });
  const before = upstream.counts.length;

  await count.click();
  await expect(status).toContainText('the provider asks to wait for 1 s');
  await expect(status).toHaveText(/^Counting, [1-9]\d* of \d+ calls$/);
  const calls = Number(/of (\d+)/.exec((await status.textContent()) ?? '')?.[1]);
  await workbench.run.getByRole('button', { name: 'Stop counting' }).click();
  await expect(count).toBeVisible();
  await expect(workbench.run.getByText('Not everything was counted.')).toBeHidden();
  const stopped = upstream.counts.length - before;
  expect(stopped).toBeLessThan(calls);

  upstream.countDelay = 0;
  await count.click();
  await expect(workbench.run.getByText('exact · counted by the provider')).toBeVisible();
  await expect(count).toBeHidden();
  // What was answered before the stop is not asked again, but for what was under way.
  expect(upstream.counts.length - before).toBeLessThanOrEqual(calls + 2);
  expect(await totalText()).not.toContain('≈');
  workbench.complaints.splice(0, 1); // The browser notes the refusal.
  // The longest prefix is the request; a character may be left to rounding.
  expect(Math.abs((await workbench.totalTokens()) - Math.max(...upstream.counts))).toBeLessThanOrEqual(2);
});

test('TOKEN-30, TOKEN-34, TOKEN-35: runs teach what the backend counts, until it is reset', async ({ page }) => {
  const line = workbench.run.getByText(/^calibrated/);
  const estimate = await workbench.totalTokens();
  upstream.reportedInput = Math.round(estimate * FACTOR);
  await expect(line).toBeHidden();
  await workbench.send();
  await expect(line).toHaveText('calibrated ×1.25 from 1 run');
  await workbench.send();
  await expect(line).toHaveText('calibrated ×1.25 from 2 runs');
  expect(await inputOf('Reported')).toBe(upstream.reportedInput);
  // Each text is rounded by itself.
  const isNear = (tokens: number) => Math.abs(tokens / upstream.reportedInput - 1) < 0.005;
  expect(isNear(await inputOf('Predicted')), `${await inputOf('Predicted')} of ${upstream.reportedInput}`).toBe(true);
  expect(isNear(await workbench.totalTokens())).toBe(true);
  expect(await totalText()).toContain('≈');

  await page.reload();
  await workbench.counted();
  await expect(line).toHaveText('calibrated ×1.25 from 2 runs');
  expect(isNear(await workbench.totalTokens())).toBe(true);

  await workbench.run.getByRole('button', { name: 'Reset calibration' }).click();
  await expect(line).toBeHidden();
  await expect.poll(() => workbench.totalTokens()).toBe(estimate);
  await page.reload();
  await workbench.counted();
  expect(await workbench.totalTokens()).toBe(estimate);
});

test('PRICE-18, PRICE-19, PRICE-21: the terms of the price are switched and entered, and undone', async ({ page }) => {
  const now = workbench.run.getByRole('definition').nth(1);
  const uncached = async () => Number(((await now.textContent()) ?? '').replaceAll(/[^\d.]/g, ''));
  const standard = await uncached();
  expect(standard).toBeGreaterThan(0);
  await workbench.run.getByText('Price', { exact: true }).click();
  await expect(workbench.run.getByText(/^The card of .*, read on 20/)).toBeVisible();

  await workbench.run.getByRole('switch', { name: 'As a batch' }).click();
  await expect.poll(async () => (await uncached()) / standard).toBeCloseTo(0.5, 2);
  await workbench.run.getByRole('switch', { name: 'As a batch' }).click();
  await workbench.run.getByRole('switch', { name: 'Inference in the US' }).click();
  await expect.poll(async () => (await uncached()) / standard).toBeCloseTo(1.1, 2);
  await workbench.run.getByRole('switch', { name: 'Inference in the US' }).click();

  const input = workbench.run.getByRole('textbox', { name: 'Input', exact: true });
  await input.pressSequentially('0.25');
  await expect(input).toHaveValue('0.25');
  const tokens = await workbench.totalTokens();
  await expect.poll(async () => (await uncached()) / ((tokens * 0.25) / 1e6)).toBeCloseTo(1, 1);
  await expect(workbench.run.getByText('Not known: the price of 5m cache creation.')).toBeVisible();
  await workbench.run.getByRole('textbox', { name: 'Cache creation 5m' }).fill('0.5');
  await expect(workbench.run.getByText('Not known')).toBeHidden();
  await workbench.run.getByRole('textbox', { name: 'Cache creation 5m' }).fill('');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  }
  await input.fill('free');
  await expect(workbench.run.getByText('Dollars, such as 3 or 0.25.')).toBeVisible();
  await input.fill('');
  await expect.poll(async () => (await uncached()) / standard).toBeCloseTo(1, 2);
  await page.reload();
  await workbench.counted();
  expect(await uncached()).toBe(standard);
});

test('TOKEN-51, TOKEN-52: a class of the request says its band, and the costs are taken away with theirs', async ({
  page,
}) => {
  const created = workbench.run.getByRole('listitem').filter({ hasText: 'Cache creation' }).first();
  const cost = created.locator('.num').last();
  await cost.hover();
  await expect(cost).toHaveAttribute(
    'title',
    /^Cache creation 5m, predicted: \$[\d.]+, between \$[\d.]+ and \$[\d.]+$/,
  );
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Download costs' }).click();
  const report = JSON.parse(readFileSync((await (await download).path()) ?? '', 'utf8'));
  expect(report.tokens.high).toBeGreaterThan(report.tokens.low);
  expect(report.next.cost.high).toBeGreaterThan(report.next.cost.low);
  expect(report.blocks.length).toBeGreaterThan(3);
});
