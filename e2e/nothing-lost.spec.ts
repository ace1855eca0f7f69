import { expect, type Locator, test } from 'playwright/test';
import { PRESETS } from '@/lib/document/presets.ts';
import { encodeShare } from '@/lib/document/share-codec.ts';
import { Workbench } from './workbench.ts';

const PRESET = PRESETS[0].document;
let workbench: Workbench;

test.beforeEach(({ page }) => {
  workbench = new Workbench(page);
});

const message = ({ run }: Workbench) => run.getByRole('textbox', { name: 'Next message' });

test('STORE-18 what was typed right before a reload is there after it, each time', async ({ page }) => {
  await workbench.open();
  for (const words of ['first', 'second', 'third', 'fourth']) {
    await message(workbench).fill('');
    await message(workbench).pressSequentially(`The ${words} message, to its last letter`, { delay: 3 });
    await page.reload();
    await workbench.counted();
    await expect(message(workbench)).toHaveValue(`The ${words} message, to its last letter`);
  }
});

test('STORE-9 a duplicated tab begins with the work of its original, and neither writes over the other', async ({
  page,
  context,
}) => {
  await workbench.open();
  await message(workbench).fill('from the original');
  // What follows is of no other tab: the newest work is not the original's.
  const third = new Workbench(await context.newPage());
  await third.open();
  await message(third).fill('from a third tab');
  await third.page.close();

  const [copy] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void open(location.href))]);
  const duplicate = new Workbench(copy);
  await duplicate.counted();
  await expect(message(duplicate)).toHaveValue('from the original');
  await message(duplicate).fill('from the duplicate');
  for (const tab of [workbench, duplicate]) await tab.page.reload();
  await expect(message(workbench)).toHaveValue('from the original');
  await expect(message(duplicate)).toHaveValue('from the duplicate');
});

test('STORE-18 what a link opened survives a reload, though nothing was edited', async ({ page }) => {
  await workbench.open(`/#${encodeShare({ ...PRESET, draft: 'from the link' }, PRESET)}`);
  await expect(message(workbench)).toHaveValue('from the link');
  await page.reload();
  await workbench.counted();
  await expect(message(workbench)).toHaveValue('from the link');
});

test('UI-19 what was pasted into the import dialog is there again when it was closed by mistake, until it is taken over', async ({
  page,
}) => {
  await workbench.open();
  const body = '{"model":"claude-opus-5-5","max_tokens":9,"messages":[{"role":"user","content":"Pasted."}]}';
  const field = (dialog: Locator) => dialog.getByRole('textbox', { name: 'Text' });
  await field(await workbench.openImport()).fill(body);
  await page.keyboard.press('Escape');
  await expect(field(await workbench.openImport())).toHaveValue(body);
  await page.reload();
  await workbench.counted();
  const again = await workbench.openImport();
  await expect(field(again)).toHaveValue(body);
  await again.getByRole('button', { name: 'Read text' }).click();
  await again.getByRole('button', { name: 'Open request' }).click();
  await expect(field(await workbench.openImport())).toHaveValue('');
});

test('UI-19 a command with a key is there again while the page lives, and never stored', async ({ page }) => {
  await workbench.open();
  const command = 'curl https://api.example.com/v1/messages -H "x-api-key: canary-0123" -d @body.json';
  const field = (dialog: Locator) => dialog.getByRole('textbox', { name: 'Text' });
  await field(await workbench.openImport()).fill(command);
  await page.keyboard.press('Escape');
  await expect(field(await workbench.openImport())).toHaveValue(command);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('canary');
  await page.reload();
  await workbench.counted();
  await expect(field(await workbench.openImport())).toHaveValue('');
});

test('UI-19 JSON that is not finished stays in its field over another tab and a reload', async ({ page }) => {
  await workbench.open();
  const field = workbench.compose.getByRole('textbox', { name: 'Other fields of the request' });
  const show = async () => {
    await workbench.tab('Context');
    const fold = workbench.compose.locator('details', { has: page.getByText('Other fields of the request') });
    if (!(await field.isVisible())) await fold.locator('summary').click();
  };
  await show();
  await field.fill('{"thinking": {"type": "ada');
  await workbench.tab('Tools');
  await show();
  await expect(field).toHaveValue('{"thinking": {"type": "ada');
  await page.reload();
  await workbench.counted();
  await show();
  await expect(field).toHaveValue('{"thinking": {"type": "ada');
  await field.fill('{"thinking": {"type": "adaptive"}}');
  await page.reload();
  await workbench.counted();
  await show();
  await expect(field).toHaveValue('{"thinking": {"type": "adaptive"}}');
});
