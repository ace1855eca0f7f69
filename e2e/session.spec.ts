import { expect } from 'playwright/test';
import type { Document } from '@/lib/document/document.ts';
import { findPreset } from '@/lib/document/preset.ts';
import { PRESETS as PRESET_LIST } from '@/lib/document/presets.ts';
import { encodeShare } from '@/lib/document/share-codec.ts';
import { test } from './opened.ts';

for (const { title } of PRESET_LIST) {
  test(`UI-16, DOC-34: the preset ${title} opens from the gallery, and sends`, async ({ page, workbench }) => {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Preset gallery' }).click();
    await page.getByRole('button', { name: `Open ${title}`, exact: true }).click();
    await expect(page.getByRole('combobox', { name: 'Preset' })).toHaveValue(/\w/);
    await workbench.counted();
    await workbench.send();
    await expect(workbench.run.getByRole('log', { name: 'Reply text' })).toContainText("Strata's emulator");
    for (const row of ['Cache read', 'Cache creation 5m', 'Uncached input'])
      expect(await workbench.figure(row, 'Reported'), row).toBe(await workbench.figure(row, 'Predicted'));
  });
}

test('UI-15, SESSION-1, SESSION-6, SESSION-9: an edit waits in session mode, survives a reload, and /clear applies it', async ({
  page,
  workbench,
}) => {
  const mode = workbench.run.getByRole('switch', { name: 'Session mode' });
  await mode.click();
  await workbench.send();
  const before = await workbench.totalTokens();
  await workbench.section('Output efficiency').click();
  await expect(workbench.compose.getByText('Changes with /clear or /compact.')).toBeVisible();
  await expect(workbench.run.getByText(/^1 edit waits for \/clear or \/compact: Output efficiency\.$/)).toBeVisible();
  expect(await workbench.totalTokens()).toBe(before);
  await workbench.send();
  expect(await workbench.figure('Cache creation 5m', 'Reported')).toBe(0);

  await page.reload();
  await workbench.counted();
  await expect(mode).toBeChecked();
  await expect(workbench.run.getByText(/^1 edit waits/)).toBeVisible();

  await workbench.run.getByRole('button', { name: '/clear' }).click();
  await expect.poll(() => workbench.totalTokens()).toBeLessThan(before - 100);
  await expect(workbench.compose.getByText('Changes with /clear or /compact.')).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await workbench.tab('Context');
  await expect(workbench.compose.getByRole('list', { name: 'Turns' }).getByRole('listitem')).toHaveCount(4);
});

test('SESSION-13, SESSION-14: /compact puts a summary in the place of the turns and says what that did', async ({
  page,
  workbench,
}) => {
  await workbench.send();
  await workbench.run.getByRole('button', { name: '/compact' }).click();
  await expect(workbench.run.getByText('Compacted.')).toBeVisible({ timeout: 15_000 });
  await expect(
    workbench.run.getByText(/The conversation went from 4 turns of [\d,]+ tokens to a summary of/),
  ).toBeVisible();
  await expect(workbench.usage.getByText(/^Request 2, a compaction/)).toBeVisible();
  expect(await workbench.figure('Cache read', 'Reported')).toBe(await workbench.figure('Cache read', 'Predicted'));
  expect(await workbench.figure('Cache read', 'Reported')).toBeGreaterThan(10_000);
  await workbench.tab('Context');
  await expect(workbench.compose.getByRole('list', { name: 'Turns' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(workbench.compose.getByRole('list', { name: 'Turns' }).getByRole('listitem')).toHaveCount(4);
});

test('UI-6, UI-15: the palette clears the conversation and shows a tab', async ({ page, workbench }) => {
  const choose = async (words: string, name: RegExp) => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox')).toBeFocused();
    await page.keyboard.type(words);
    await expect(page.getByRole('option', { name }).first()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
  };
  await choose('show context', /Show context/);
  await expect(workbench.compose.getByText('4 turns')).toBeVisible();
  await choose('/clear', /\/clear/);
  await expect(workbench.compose.getByText('4 turns')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workbench.compose.getByText('4 turns')).toBeVisible();
});

test('SESSION-13: a backend that is gone leaves the conversation as it was', async ({ page, workbench }) => {
  await page.route('**/api/send', (route) => route.abort());
  await workbench.run.getByRole('button', { name: '/compact' }).click();
  await expect(workbench.run.getByRole('alert')).toBeVisible();
  await workbench.tab('Context');
  await expect(workbench.compose.getByRole('list', { name: 'Turns' }).getByRole('listitem')).toHaveCount(4);
  workbench.complaints.length = 0;
});

test('SESSION-15: the autonomous preset sends ticks', async ({ page, workbench }) => {
  await page.getByRole('combobox', { name: 'Preset' }).selectOption('autonomous');
  await workbench.counted();
  await workbench.run.getByRole('button', { name: 'Tick' }).click();
  await expect(workbench.run.getByRole('button', { name: 'Keep as turn' })).toBeVisible({ timeout: 15_000 });
  await workbench.run.getByRole('button', { name: 'Keep as turn' }).click();
  await workbench.tab('Context');
  await expect(workbench.compose.getByText(/<tick>\d\d:\d\d:\d\d<\/tick>/).last()).toBeVisible();
  await expect(workbench.run.getByRole('textbox', { name: 'Next message' })).toHaveValue('<tick>08:15:00</tick>');
});

test('DOC-33, DOC-36: a link of an older preset opens as it was, and offers what is new', async ({
  page,
  workbench,
}) => {
  const old = findPreset(PRESET_LIST, { id: 'autonomous', version: 1 }) as Document;
  const mine = {
    ...old,
    draft: 'My own words.',
    sections: old.sections.map((each) => (each.id === 'autonomous_work' ? { ...each, text: 'Work as I say.' } : each)),
  };
  await page.goto(`/#${encodeShare(mine, old)}`);
  await expect(workbench.run.getByRole('textbox', { name: 'Next message' })).toHaveValue('My own words.');
  await workbench.counted();
  await page.getByRole('button', { name: 'Update to version 2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Autonomous: version 2' });
  const work = dialog.getByRole('group', { name: /^Section Autonomous work/ });
  await expect(work.getByText('Work as I say.')).toBeVisible();
  await expect(work.getByRole('radio', { name: /^Mine/ })).toBeChecked();
  await expect(dialog.getByRole('group', { name: 'Conversation' }).getByRole('radio', { name: /^New/ })).toBeChecked();
  await dialog
    .getByRole('group', { name: /^Next message/ })
    .getByRole('radio', { name: /^New/ })
    .check();
  await dialog.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(workbench.run.getByRole('textbox', { name: 'Next message' })).toHaveValue('<tick>08:15:00</tick>');
  await workbench.compose.getByRole('button', { name: /^Autonomous work/ }).click();
  await expect(workbench.text()).toContainText('Work as I say.');
  await expect(page.getByRole('button', { name: 'Update to version 2' })).toBeHidden();
});

test('REQUEST-34, PROMPT-30: another effort is another key for the messages, predicted as reported', async ({
  page,
  workbench,
}) => {
  await page.getByRole('combobox', { name: 'Preset' }).selectOption('current-client');
  await workbench.counted();
  await expect(workbench.compose.getByRole('button', { name: 'Open file reminder' })).toBeVisible();
  await workbench.send();
  const created = await workbench.figure('Cache creation 5m', 'Reported');
  await workbench.tab('Context');
  await workbench.compose.getByText('Client and reply').click();
  const fields = workbench.compose.getByRole('textbox', { name: 'Other fields of the request' });
  await expect(fields).toHaveValue(/"effort": "high"/);
  await fields.fill('{"messages": []}');
  await expect(workbench.compose.getByText('messages is written by other parts of this document.')).toBeVisible();
  await fields.fill('{"thinking": {"type": "adaptive"}, "output_config": {"effort": "low"}}');
  await workbench.counted();
  await workbench.send();
  for (const row of ['Cache read', 'Cache creation 5m', 'Uncached input'])
    expect(await workbench.figure(row, 'Reported'), row).toBe(await workbench.figure(row, 'Predicted'));
  const again = await workbench.figure('Cache creation 5m', 'Reported');
  expect(again).toBeGreaterThan(1000);
  expect(again).toBeLessThan(created ?? 0);
});

test('TOOL-1, TOOL-3: the schema form and the JSON are one text', async ({ workbench }) => {
  await workbench.tab('Tools');
  await workbench.compose.getByRole('button', { name: 'Read', exact: true }).click();
  await workbench.editor.getByRole('button', { name: 'Form', exact: true }).click();
  const field = workbench.editor.getByRole('group', { name: 'Field file_path' });
  await field.getByRole('textbox', { name: 'Description' }).fill('Where the file is');
  await workbench.editor.getByRole('button', { name: 'Add field', exact: true }).click();
  await workbench.editor
    .getByRole('group', { name: 'Field field' })
    .getByRole('textbox', { name: 'Name' })
    .fill('depth');
  await workbench.editor.getByRole('group', { name: 'Field depth' }).getByRole('switch', { name: 'Required' }).click();
  await workbench.editor.getByRole('button', { name: 'JSON', exact: true }).click();
  const json = workbench.editor.getByRole('textbox', { name: 'Read, input schema' });
  await expect(json).toContainText('Where the file is');
  await expect(json).toContainText('"required":["file_path","depth"]');
  await workbench.editor.getByRole('combobox', { name: 'Permission' }).selectOption('denied');
  await expect(workbench.compose.getByText('denied', { exact: true })).toBeVisible();
});
