import { expect, type Locator, type Page } from 'playwright/test';
import { test } from './opened.ts';

/** Lifts a row by its handle and moves it up: its name hangs on the pointer, in the column of its list. */
async function expectOnPointer(page: Page, list: Locator, handle: Locator, name: string): Promise<void> {
  // The code that carries rows comes with the first move of the pointer.
  await page.mouse.move(200, 400);
  await page.mouse.move(210, 410);
  await expect(list.locator('[aria-roledescription]').first()).toBeVisible();
  const [column, from] = [await list.boundingBox(), await handle.boundingBox()];
  if (!column || !from) throw new Error('The list is not on screen.');
  const [x, start] = [from.x + from.width / 2, from.y + from.height / 2];
  await page.mouse.move(x, start);
  await page.mouse.down();
  await page.mouse.move(x, start - 10, { steps: 4 });
  const carried = page.getByText(name, { exact: true }).last();
  for (const by of [-40, -80]) {
    await page.mouse.move(x, start + by, { steps: 4 });
    const place = async () => {
      const box = await carried.boundingBox();
      return {
        onPointer: Math.abs((box?.y ?? 0) + (box?.height ?? 0) / 2 - start - by) < 6,
        inColumn: box !== null && box.x > column.x && box.x + box.width <= column.x + column.width,
      };
    };
    await expect.poll(place).toEqual({ onPointer: true, inColumn: true });
  }
  await page.keyboard.press('Escape');
  await expect(page.getByText(name, { exact: true })).toHaveCount(1);
  await page.mouse.up();
}

for (const width of [1440, 360]) {
  test(`UI-3 a section hangs on the pointer while it is carried, ${width} px`, async ({ page, workbench }) => {
    await page.setViewportSize({ width, height: 800 });
    const list = workbench.compose.getByRole('list', { name: 'Sections' });
    const handle = list.getByRole('button', { name: 'Move Output efficiency' });
    await expectOnPointer(page, list, handle, 'Output efficiency');
  });

  test(`MEM-30 a file hangs on the pointer while it is carried, ${width} px`, async ({ page, workbench }) => {
    await page.setViewportSize({ width, height: 800 });
    await workbench.tab('Memory');
    const list = workbench.compose.getByRole('list', { name: 'Memory files' });
    await expect(list).toBeVisible();
    const handle = list.getByRole('button', { name: 'Carry /home/dev/tidewater/.claude/rules/testing.md' });
    await expectOnPointer(page, list, handle, 'testing.md');
  });
}
