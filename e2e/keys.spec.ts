import { expect } from 'playwright/test';
import { test } from './opened.ts';

test('UI-6 in a dialog, undo is the field’s own, and nothing is sent', async ({ page, workbench }) => {
  await workbench.section('Tone and style').click();
  const dialog = await workbench.openImport();
  const field = dialog.getByRole('textbox');
  await field.pressSequentially('half a request');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(field).not.toHaveValue('half a request');
  await page.keyboard.press('ControlOrMeta+y');
  await expect(field).toHaveValue('half a request');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(workbench.section('Tone and style')).not.toBeChecked();
  await expect(workbench.run.getByText('Each request you send becomes a bar')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(workbench.section('Tone and style')).toBeChecked();
});

test('UI-6 a name that is half typed has its own undo', async ({ page, workbench }) => {
  await workbench.section('Tone and style').click();
  await workbench.compose.getByRole('button', { name: 'Intro', exact: true }).press('F2');
  const field = workbench.compose.getByRole('textbox', { name: 'New title of Intro' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Start');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(field).not.toHaveValue('Start');
  await page.keyboard.press('Escape');
  await expect(workbench.section('Tone and style')).not.toBeChecked();
});

test('UI-6 a title is typed over the editor: Enter and leaving keep it, Escape does not', async ({
  page,
  workbench,
}) => {
  const title = (name: string) => workbench.editor.getByRole('button', { name, exact: true });
  const field = workbench.editor.getByRole('textbox', { name: 'Section title' });
  await title('Doing tasks').click();
  await page.keyboard.type('Half a name');
  await expect(field).toHaveValue('Half a name');
  await page.keyboard.press('Enter');
  await expect(title('Half a name')).toBeFocused();
  await expect(workbench.section('Half a name')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Another');
  await page.keyboard.press('Escape');
  await expect(title('Half a name')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Doing work');
  await workbench.editor.getByRole('textbox', { name: 'Half a name' }).click();
  await expect(title('Doing work')).toBeVisible();
});

test('all of a text is typed over, heading and template, with nothing said in the console', async ({
  page,
  workbench,
}) => {
  await workbench.section('Tone and style').click();
  await page.locator('[contenteditable=true]').waitFor();
  await workbench.text().click();
  for (const typed of ['# A heading {{nope}}', 'y']) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(typed);
    await expect(workbench.text()).toHaveText(typed);
  }
  await page.keyboard.press('ControlOrMeta+z');
  await expect(workbench.text()).toContainText('Before you call it done');
});

test('a letter is written without the browser’s own edit; a correction is the browser’s', async ({
  page,
  workbench,
}) => {
  await workbench.section('Tone and style').click();
  const content = page.locator('[contenteditable=true]');
  await content.waitFor();
  await workbench.text().click();
  await page.keyboard.press('ControlOrMeta+Home');
  const inputs = () => page.evaluate(() => (globalThis as { strataInputs?: number }).strataInputs ?? 0);
  await content.evaluate((element) => {
    element.addEventListener('input', () => {
      const counted = globalThis as { strataInputs?: number };
      counted.strataInputs = (counted.strataInputs ?? 0) + 1;
    });
  });
  await page.keyboard.type('Be  é brief. ');
  await expect(workbench.text()).toContainText('Be  é brief. ');
  expect(await inputs()).toBe(0);
  const isLeftAlone = await content.evaluate((element) => {
    const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() ?? element;
    const corrected = new StaticRange({ startContainer: text, startOffset: 0, endContainer: text, endOffset: 2 });
    const init = { inputType: 'insertText', data: 'Been', bubbles: true, cancelable: true, targetRanges: [corrected] };
    return element.dispatchEvent(new InputEvent('beforeinput', init));
  });
  expect(isLeftAlone).toBe(true);
});

test('COMPARE-3 two requests can be compared from the start, by one button', async ({ page }) => {
  const compare = page.getByRole('button', { name: 'Compare', exact: true });
  await expect(compare).toHaveCount(1);
  await compare.click();
  const dialog = page.getByRole('dialog', { name: 'Compare two requests' });
  await expect(dialog.getByRole('combobox', { name: 'First request' }).locator('option:checked')).toHaveText(
    'As it stands now',
  );
  await dialog
    .getByRole('textbox', { name: 'Second request as JSON' })
    .fill(JSON.stringify({ model: 'claude-opus-5-5', messages: [{ role: 'user', content: 'Hello' }] }));
  await expect(dialog.getByRole('heading', { name: 'The model changed' })).toBeVisible();
});

test('UI-3 every section is a switch by its title, and every tab has its name alone', async ({ workbench }) => {
  const titles = [
    'Autonomous identity',
    'System reminders',
    'Intro',
    'Output efficiency',
    'Session guidance',
    'Language',
    'Output style',
    'Token budget',
    'Voice',
    'Computer use',
    'Autonomous work',
  ];
  for (const title of titles) await expect(workbench.section(title), title).toHaveCount(1);
  await expect(workbench.compose.getByRole('switch')).toHaveCount(24);
  const kept = workbench.compose.getByRole('list', { name: 'Not in this prompt, dynamic region' });
  await expect(kept.getByRole('listitem').filter({ hasText: 'Language' })).toContainText('needs a language');
  const tabs = workbench.compose.getByRole('tab');
  for (const [index, name] of ['Sections', 'Flags', 'Memory', 'Tools', 'Context'].entries())
    await expect(tabs.nth(index)).toHaveAccessibleName(name);
  await expect(tabs.first()).toHaveAccessibleDescription('13');
});
