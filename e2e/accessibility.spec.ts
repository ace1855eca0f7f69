import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, test } from 'playwright/test';
import { findPreset } from '@/lib/document/preset.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { encodeShare } from '@/lib/document/share-codec.ts';
import { Workbench } from './workbench.ts';

const TABS = ['Sections', 'Flags', 'Memory', 'Tools', 'Context'] as const;

/** Serious and critical faults, each with the element it is on. */
async function faults(workbench: Workbench): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: workbench.page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every tab and view is accessible, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    const workbench = new Workbench(page);
    await workbench.open();
    await workbench.send();
    for (const tab of TABS) {
      await workbench.tab(tab);
      expect(await faults(workbench), tab).toEqual([]);
    }
    for (const view of ['Assembled', 'Request JSON']) {
      await workbench.editor.getByText(view, { exact: true }).click();
      expect(await faults(workbench), view).toEqual([]);
    }
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await faults(workbench), 'Share').toEqual([]);
    expect(workbench.complaints).toEqual([]);
  });
}

test('UI-13, UI-16: the dialogs for presets, import and export are accessible, light and dark', async ({ page }) => {
  test.setTimeout(120_000);
  const workbench = new Workbench(page);
  const old = findPreset(PRESETS, { id: 'autonomous', version: 1 });
  if (!old) throw new Error('There is no earlier version of a preset.');
  await workbench.open(`/#${encodeShare({ ...old, draft: 'Mine.' }, old)}`);
  const dialogs = [
    ['More', 'Preset gallery'],
    ['More', 'Export'],
    ['Import', undefined],
    ['Update to version 2', undefined],
  ] as const;
  for (const [button, item] of dialogs) {
    await page.getByRole('banner').getByRole('button', { name: button }).click();
    if (item) await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await faults(workbench), `${item ?? button}, ${colorScheme}`).toEqual([]);
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
});

for (const width of [360, 768, 1024, 1440, 1920]) {
  test(`UI-1: nothing scrolls sideways at ${width} px, and the main job works`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const workbench = new Workbench(page);
    await page.goto('/');
    await expect(workbench.ribbon.getByText(/of\s*≈?[\d,]+\s*tokens/)).toBeVisible();
    const overflow = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    const goTo = async (room: string) => {
      const button = page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: room });
      if (await button.first().isVisible()) await button.first().click();
    };
    await goTo('Compose');
    await workbench.section('Actions').click();
    await expect(workbench.section('Actions')).not.toBeChecked();
    await goTo('Run');
    await workbench.send();
    expect(await workbench.figure('Cache creation 5m', 'Reported')).toBe(
      await workbench.figure('Cache creation 5m', 'Predicted'),
    );
    expect(await overflow()).toBe(0);
  });
}

test('UI-1: in a low window a menu is cut off neither by its room nor by the ribbon', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 420 });
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.tab('Tools');
  await workbench.compose
    .getByRole('button', { name: /^Actions for/ })
    .last()
    .click();
  const items = workbench.compose.getByRole('menuitem');
  await items.first().click({ trial: true });
  await items.last().click({ trial: true });
});

test('UI-21: in forced colours the boundary, its neighbours and what is chosen can be told apart', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.counted();
  /** A system colour as the browser resolves it. */
  const system = (name: string) =>
    page.evaluate((color) => {
      document.body.style.outlineColor = color;
      return getComputedStyle(document.body).outlineColor;
    }, name);
  const colour = (target: Locator, property: string) =>
    target.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  const line = workbench.ribbon.getByRole('slider', { name: 'Boundary' }).locator('span').first();
  expect(await colour(line, 'background-color')).toBe(await system('CanvasText'));
  const part = workbench.ribbon.getByRole('toolbar').getByRole('button').nth(1);
  expect(await colour(part, 'border-left-color')).not.toBe(await system('CanvasText'));
  const dots = workbench.compose.getByRole('button', { name: 'Move Intro' }).locator('span');
  expect(await colour(dots, 'forced-color-adjust')).toBe('none');
  expect(await colour(dots, 'color')).toBe(await system('ButtonText'));
  const chosen = workbench.compose.getByRole('tab', { name: 'Sections' });
  expect(await colour(chosen, 'background-color')).toBe(await system('Highlight'));
  expect(await colour(chosen.locator('span').first(), 'background-color')).toBe('rgba(0, 0, 0, 0)');
});

test('UI-21: on paper each room is as long as what stands in it', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.counted();
  await page.emulateMedia({ media: 'print' });
  for (const room of [workbench.compose, workbench.editor, workbench.run]) {
    const hidden = await room.evaluate((element) =>
      [element, ...element.querySelectorAll('.contained')].map((each) => each.scrollHeight - each.clientHeight),
    );
    expect(hidden.filter((pixels) => pixels > 1)).toEqual([]);
  }
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeGreaterThan(page.viewportSize()?.height ?? 0);
});

test('UI-6: the main job by keyboard alone', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('Tone and style');
  await page.keyboard.press('Enter');
  await expect(workbench.editor.getByRole('heading', { name: 'Tone and style' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(workbench.run.getByRole('region', { name: 'Reply' })).toContainText('emulator');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('UI-8: the widths of the panes and the theme are remembered', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 800 });
  const workbench = new Workbench(page);
  await workbench.open();
  const line = page.getByRole('separator').first();
  const start = Number(await line.getAttribute('aria-valuenow'));
  await line.focus();
  await page.keyboard.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-valuenow', String(start + 16));
  const before = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Light or dark' }).click();
  const shown = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await expect.poll(shown).not.toBe(before);
  const chosen = await shown();
  await page.reload();
  await workbench.counted();
  expect(await shown()).toBe(chosen);
  await expect(page.getByRole('separator').first()).toHaveAttribute('aria-valuenow', String(start + 16));
});
