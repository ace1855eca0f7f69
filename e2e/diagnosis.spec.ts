import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from 'playwright/test';
import { test } from './opened.ts';
import { startStrata } from './own-strata.ts';
import type { Workbench } from './workbench.ts';

const diagnosis = (page: Page) => page.getByRole('region', { name: 'Diagnosis' });

/** The block at which an expired prefix begins: the preset's first tool. */
const FIRST_BLOCK = 'Read';

/** A fact of the card by its name. */
const fact = (page: Page, name: string) =>
  diagnosis(page)
    .locator('dt', { hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd[1]');

async function typeAtEnd(workbench: Workbench, words: string): Promise<void> {
  await workbench.text().click();
  await workbench.page.keyboard.press('ControlOrMeta+End');
  await workbench.page.keyboard.type(words);
  await workbench.counted();
}

/** What was billed again is what the card says, and it had a price. */
async function expectCost(page: Page): Promise<void> {
  await expect(fact(page, 'Billed again')).toHaveText(/^[\d,]+ tokens$/);
  await expect(fact(page, 'Cost of it')).toHaveText(/^\$0\.\d+$/);
}

test('DIAG-12, DIAG-15: a section edit: its name, its character, its cost; it moves behind the boundary, and Undo brings it back', async ({
  page,
  workbench,
}) => {
  await workbench.send();
  await expect(diagnosis(page)).toBeHidden();
  await workbench.compose.getByRole('button', { name: /^Intro/ }).click();
  await typeAtEnd(workbench, ' And be kind.');
  await expect(workbench.run.getByText(/^Predicted\./)).toBeVisible();
  await expect(workbench.run.getByRole('status').filter({ hasText: 'Intro changed: ' })).toContainText(
    'will not be read',
  );
  await workbench.send();
  await expect(diagnosis(page).getByRole('heading')).toHaveText('Intro changed');
  await expect(fact(page, 'Cause')).toHaveText('system_prompt_changed');
  await expect(fact(page, 'Place')).toHaveText(/^Intro, character \d\d+ \(Static prompt\)$/);
  await expect(fact(page, 'Kind')).toHaveText('a legitimate change');
  await expect(diagnosis(page)).toContainText('And be kind.');
  await expectCost(page);

  await workbench.compose.getByRole('button', { name: /^Environment/ }).click();
  await diagnosis(page).getByRole('button', { name: 'Show Intro' }).click();
  await expect(workbench.text()).toBeFocused();
  await page.keyboard.type('!');
  await expect(workbench.text()).toContainText('! And be kind.');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();

  await diagnosis(page).getByRole('button', { name: 'Move Intro behind the boundary' }).click();
  await expect(diagnosis(page).getByRole('button', { name: 'Move Intro to the end' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(diagnosis(page).getByRole('button', { name: 'Move Intro behind the boundary' })).toBeVisible();

  await diagnosis(page).getByRole('button', { name: 'Move Intro behind the boundary' }).click();
  await workbench.send();
  await workbench.compose.getByRole('button', { name: /^Intro/ }).click();
  await typeAtEnd(workbench, ' Always.');
  await workbench.send();
  // Tools and static part stand in front of it now; no mark did before, and an edit read nothing.
  expect(await workbench.figure('Cache read', 'Reported')).toBeGreaterThan(10_000);
});

test('DIAG-12 a tool added: its name, and it can be loaded on demand', async ({ page, workbench }) => {
  await workbench.send();
  await workbench.tab('Tools');
  await workbench.compose.getByRole('button', { name: 'Add tool' }).first().click();
  await workbench.compose.getByRole('textbox').last().fill('Weather');
  await page.keyboard.press('Enter');
  await workbench.counted();
  await workbench.send();
  await expect(diagnosis(page).getByRole('heading')).toHaveText('Weather was added');
  await expect(fact(page, 'Cause')).toHaveText('tools_changed');
  await expect(fact(page, 'Place')).toHaveText('Weather, character 1');
  await expect(fact(page, 'Kind')).toHaveText('a legitimate change');
  await expectCost(page);
  await diagnosis(page).getByRole('button', { name: 'Load Weather on demand' }).click();
  await expect(diagnosis(page).getByRole('button', { name: 'Load Weather on demand' })).toBeHidden();
  await workbench.counted();
  // Tools that can wait are out of the prefix from here on: this one request writes it anew.
  await workbench.send();
  await workbench.compose.getByRole('switch', { name: 'Weather', exact: true }).click();
  await workbench.counted();
  await workbench.send();
  await expect(diagnosis(page)).toBeHidden();
  expect(await workbench.figure('Cache read', 'Reported')).toBeGreaterThan(15_000);
});

test('DIAG-12 a model switch: both names, and the way back', async ({ page, workbench }) => {
  await workbench.send();
  const model = page.getByRole('combobox', { name: 'Model' });
  const before = await model.inputValue();
  await model.selectOption('claude-opus-5-5');
  await workbench.counted();
  await workbench.send();
  await expect(diagnosis(page).getByRole('heading')).toHaveText('The model changed');
  await expect(fact(page, 'Cause')).toHaveText(/^model_changed/);
  await expect(fact(page, 'Place')).toHaveText('The model, in front of every block');
  await expect(fact(page, 'Kind')).toHaveText('a legitimate change');
  await expectCost(page);
  await diagnosis(page)
    .getByRole('button', { name: `Go back to ${before}` })
    .click();
  await expect(model).toHaveValue(before);
  await workbench.send();
  await expect(diagnosis(page)).toBeHidden();
});

test('DIAG-12 an expiry by the emulator’s clock: 5 minutes, and entries of an hour survive it', async ({
  page,
  workbench,
}) => {
  await workbench.send();
  const emulator = workbench.run.locator('details', { hasText: 'Entries run out by the emulator’s clock' });
  await emulator.locator('summary').click();
  await emulator.getByRole('button', { name: 'Pass 4 minutes' }).click();
  await workbench.send();
  await expect(diagnosis(page)).toBeHidden();
  await emulator.getByRole('button', { name: 'Pass 6 minutes' }).click();
  await expect(emulator.locator('summary')).toContainText('10 min ahead');
  await workbench.send();
  await expect(diagnosis(page).getByRole('heading')).toHaveText('Entries of 5 minutes ran out');
  await expect(fact(page, 'Cause')).toHaveText('ttl_expired_5m');
  await expect(fact(page, 'Place')).toHaveText(FIRST_BLOCK);
  await expect(fact(page, 'Kind')).toHaveText('avoidable');
  await expectCost(page);
  expect(await workbench.figure('Cache read', 'Reported')).toBe(await workbench.figure('Cache read', 'Predicted'));

  await diagnosis(page).getByRole('button', { name: 'Keep entries for 1 hour' }).click();
  await workbench.run.getByRole('button', { name: 'New session' }).click();
  await workbench.send();
  await emulator.getByRole('button', { name: 'Pass 6 minutes' }).click();
  await workbench.send();
  expect(await workbench.figure('Cache read', 'Reported')).toBeGreaterThan(15_000);
  await expect(diagnosis(page)).toBeHidden();
});

test('DIAG-12 the attribution header on a server that reads it: named, avoidable, dropped', async ({
  page,
  workbench,
}) => {
  const emulator = workbench.run.locator('details', { hasText: 'Entries run out by the emulator’s clock' });
  await emulator.locator('summary').click();
  await emulator.getByRole('switch', { name: 'Read the attribution header' }).click();
  await workbench.tab('Flags');
  await workbench.compose.getByRole('switch', { name: 'NATIVE_CLIENT_ATTESTATION', exact: true }).click();
  await workbench.counted();
  await workbench.send();
  await workbench.send();
  await expect(diagnosis(page).getByRole('heading')).toHaveText('Attribution header changed');
  await expect(fact(page, 'Cause')).toHaveText('system_prompt_changed');
  await expect(fact(page, 'Place')).toHaveText(/^Attribution header, character \d\d+$/);
  await expect(fact(page, 'Kind')).toHaveText('avoidable');
  await expectCost(page);
  await diagnosis(page).getByRole('button', { name: 'Drop the attribution header' }).click();
  await workbench.send();
  await workbench.send();
  await expect(diagnosis(page)).toBeHidden();
  expect(await workbench.figure('Cache read', 'Reported')).toBeGreaterThan(15_000);
});

test('COMPARE-1 two requests of the log, and a pasted one', async ({ page, workbench }) => {
  await workbench.send();
  await workbench.compose.getByRole('button', { name: /^Environment/ }).click();
  await typeAtEnd(workbench, '\n- Note: a word more');
  const compare = page.getByRole('button', { name: 'Compare', exact: true });
  await expect(compare).toHaveCount(1);
  await compare.click();
  const dialog = page.getByRole('dialog', { name: 'Compare two requests' });
  await expect(dialog.getByRole('heading', { name: 'Environment changed' })).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Difference' })).toContainText('Note: a word more');
  await expect(dialog.getByRole('img', { name: /tokens, [1-9]\d* of them billed again$/ })).toHaveCount(1);

  await dialog.getByRole('combobox', { name: 'First request' }).selectOption('Pasted JSON');
  const pasted = dialog.getByRole('textbox', { name: 'First request as JSON' });
  await pasted.fill('{"model":');
  await expect(dialog.getByRole('alert')).toContainText('line 1, column 10');
  await pasted.fill(JSON.stringify({ model: 'claude-opus-5-5', messages: [{ role: 'user', content: 'Hello' }] }));
  await expect(dialog.getByRole('heading', { name: 'The model changed' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep this version' }).click();
  await dialog
    .getByRole('combobox', { name: 'First request' })
    .selectOption({ label: 'Version 1 · claude-sonnet-5-5' });
  await expect(dialog.getByRole('heading', { name: 'The second goes on where the first ends' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('LINT-13 findings follow the edits, are mended with a click, and saved as SARIF', async ({ page, workbench }) => {
  await workbench.compose.getByRole('button', { name: /^Intro/ }).click();
  await typeAtEnd(workbench, ' The time is 2026-11-21 09:41.');
  const lint = workbench.run.locator('details', { has: page.getByRole('heading', { name: 'Lint' }) });
  await expect(lint.locator('summary')).toContainText('finding');
  await lint.locator('summary').click();
  const finding = lint.getByRole('listitem').filter({ hasText: 'CL101' });
  await expect(finding).toContainText('Intro');
  await expect(workbench.compose.getByRole('listitem').filter({ hasText: /^Intro/ })).toContainText('Lint: CL101');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    lint.getByRole('button', { name: 'Save SARIF' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('findings.sarif');
  await finding.getByRole('button', { name: 'Move Intro behind the boundary' }).click();
  await expect(finding.getByRole('button', { name: 'Move Intro behind the boundary' })).toBeHidden();
});

test('POLICY-15 OpenAI’s two modes stand side by side, with their prices', async ({ page, workbench }) => {
  test.setTimeout(60_000);
  const path = join(mkdtempSync(join(tmpdir(), 'strata-e2e-')), 'strata.config.json');
  const openai = { name: 'OpenAI', kind: 'openai', baseUrl: 'http://127.0.0.1:1/v1', models: ['gpt-6-sol', 'gpt-5.4'] };
  writeFileSync(path, JSON.stringify({ default: 'OpenAI', backends: [openai] }));
  const strata = await startStrata({ STRATA_CONFIG: path });
  if ('output' in strata) throw new Error(strata.output);
  await workbench.open(`${strata.url}/`);
  const modes = workbench.run.getByRole('table', { name: 'Automatic caching and explicit breakpoints' });
  await expect(page.getByRole('combobox', { name: 'Model' })).toHaveValue('gpt-6-sol');
  await expect(modes.getByRole('row')).toHaveCount(4);
  await expect(modes.getByRole('row', { name: /^Second, unchanged/ })).toContainText('$0.');
  await expect(workbench.run.getByText(/A million tokens: \$[\d.]+ created/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Model' }).selectOption('gpt-5.4');
  await workbench.counted();
  await expect(modes).toBeHidden();
  await strata.stop();
});
