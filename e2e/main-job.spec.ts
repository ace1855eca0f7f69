import { expect, type Request } from 'playwright/test';
import { test } from './opened.ts';
import { Workbench } from './workbench.ts';

test('a first visit: sending twice reads the cache, predicted as reported', async ({ workbench }) => {
  await workbench.send();
  expect(await workbench.figure('Cache read', 'Reported')).toBe(0);
  const created = await workbench.figure('Cache creation 5m', 'Reported');
  expect(created).toBeGreaterThan(15_000);
  expect(created).toBe(await workbench.figure('Cache creation 5m', 'Predicted'));

  await workbench.send();
  for (const row of ['Cache read', 'Cache creation 5m', 'Cache creation 1h', 'Uncached input']) {
    expect(await workbench.figure(row, 'Reported'), row).toBe(await workbench.figure(row, 'Predicted'));
  }
  expect(await workbench.figure('Cache read', 'Reported')).toBe(created);
  expect(await workbench.figure('Output', 'Predicted')).toBeUndefined();
  expect(await workbench.figure('Output', 'Reported')).toBeGreaterThan(20);
});

test('a static flag and a dynamic flag change the request, and undo brings it back', async ({ page, workbench }) => {
  const before = await workbench.totalTokens();
  await workbench.tab('Flags');
  await workbench.compose.getByRole('switch', { name: 'USER_TYPE=ant', exact: true }).click();
  await expect.poll(() => workbench.totalTokens()).toBeGreaterThan(before);
  const withStatic = await workbench.totalTokens();
  await workbench.compose.getByRole('switch', { name: 'VOICE_MODE', exact: true }).click();
  await expect.poll(() => workbench.totalTokens()).toBeGreaterThan(withStatic);

  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => workbench.totalTokens()).toBe(withStatic);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => workbench.totalTokens()).toBe(before);
  await page.getByRole('button', { name: 'Redo', exact: true }).click();
  await expect.poll(() => workbench.totalTokens()).toBe(withStatic);
});

test('switching a section off takes its tokens out', async ({ workbench }) => {
  const before = await workbench.totalTokens();
  await workbench.section('Tone and style').click();
  await expect(workbench.section('Tone and style')).not.toBeChecked();
  await expect.poll(() => workbench.totalTokens()).toBeLessThan(before - 100);
});

test('a static edit after a request breaks the cache behind it; a dynamic one keeps the static part', async ({
  page,
  workbench,
}) => {
  await workbench.send();
  await workbench.compose.getByRole('button', { name: /^Environment/ }).click();
  await expect(workbench.text()).toContainText('Working directory', { ignoreCase: true });
  await workbench.text().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n- Note: a word more');
  await workbench.counted();
  await workbench.send();
  const dynamicRead = (await workbench.figure('Cache read', 'Reported')) ?? 0;
  expect(dynamicRead).toBeGreaterThan(10_000);
  expect(dynamicRead).toBe(await workbench.figure('Cache read', 'Predicted'));

  await workbench.compose.getByRole('button', { name: /^Intro/ }).click();
  await workbench.text().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' And be kind.');
  await workbench.counted();
  await workbench.send();
  expect(await workbench.figure('Cache read', 'Reported')).toBe(0);
  expect(await workbench.figure('Cache read', 'Predicted')).toBe(0);
});

test('an edited memory file reaches the request', async ({ page, workbench }) => {
  await workbench.tab('Memory');
  await workbench.compose
    .getByRole('button', { name: /conventions\.md/ })
    .first()
    .click();
  await workbench.text().click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('\n- Tides are in metres, always.');
  await workbench.editor
    .getByRole('tab', { name: 'Request JSON' })
    .or(workbench.editor.getByRole('button', { name: 'Request JSON' }))
    .click();
  await expect(workbench.editor).toContainText('Tides are in metres, always.');
});

test('UI-3, UI-6: a section crosses the boundary by keyboard, and the boundary itself moves', async ({
  page,
  workbench,
}) => {
  const boundary = page.getByRole('slider', { name: 'Boundary' });
  const start = await boundary.getAttribute('aria-valuetext');
  await workbench.compose.getByRole('button', { name: /^Output efficiency/ }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(boundary).not.toHaveAttribute('aria-valuetext', start ?? '');
  await expect(boundary).toHaveAttribute('aria-valuetext', /^after Tone and style/);

  await boundary.focus();
  await page.keyboard.press('ArrowRight');
  await expect(boundary).toHaveAttribute('aria-valuetext', /^after Output efficiency/);
  await page.keyboard.press('Home');
  await expect(boundary).toHaveAttribute('aria-valuetext', /^after the start/);
});

test('a section is dragged across the boundary by mouse', async ({ page, workbench }) => {
  // The code that carries rows comes with the first move of the pointer.
  await page.mouse.move(200, 400);
  await page.mouse.move(210, 410);
  await expect(page.locator('[aria-roledescription="row that can be moved"]').first()).toBeVisible();
  const boundary = page.getByRole('slider', { name: 'Boundary' });
  const handle = workbench.compose.getByRole('button', {
    name: /(move|drag|reorder).*Output efficiency|Output efficiency.*(move|drag|reorder)/i,
  });
  const target = workbench.compose.getByRole('button', { name: /^Session guidance/ });
  const [from, to] = [await handle.boundingBox(), await target.boundingBox()];
  if (!from || !to) throw new Error('The rows are not on screen.');
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2, from.y + 30, { steps: 5 });
  await page.mouse.move(from.x + from.width / 2, to.y + to.height / 2, { steps: 12 });
  await page.mouse.up();
  await expect(boundary).toHaveAttribute('aria-valuetext', /^after Tone and style/);
});

test('the boundary pin is dragged on the ribbon', async ({ page, workbench }) => {
  const boundary = page.getByRole('slider', { name: 'Boundary' });
  await expect(boundary).toHaveAttribute('aria-valuetext', /^after Output efficiency/);
  const intro = await workbench.ribbon.getByRole('button', { name: /^Doing tasks/ }).boundingBox();
  const label = await boundary.getByText('boundary').boundingBox();
  if (!intro || !label) throw new Error('The ribbon is not on screen.');
  await page.mouse.move(label.x + label.width / 2, label.y + label.height / 2);
  await page.mouse.down();
  await page.mouse.move(intro.x + intro.width, label.y + 4, { steps: 10 });
  await page.mouse.up();
  await expect(boundary).toHaveAttribute('aria-valuetext', /^after Doing tasks/);
});

test('a reply can be stopped, and what came stays', async ({ workbench }) => {
  await workbench.run.getByRole('button', { name: 'Send request' }).click();
  const reply = workbench.run.getByRole('region', { name: 'Reply' });
  await expect(reply).toContainText('emulator');
  await workbench.run.getByRole('button', { name: 'Stop' }).click();
  await expect(workbench.run.getByRole('button', { name: 'Stop' })).toBeHidden();
  await expect(reply.getByRole('status')).toContainText(/stopped/i);
  await expect(reply).toContainText('emulator');
});

test('a switch that is held down while the code of its list arrives is switched when it is let go', async ({
  page,
  workbench,
}) => {
  const isPressed = page.evaluate(
    () => new Promise((resolve) => addEventListener('pointerdown', () => resolve(true), { once: true })),
  );
  await page.route('**/*.js', (route) => isPressed.then(() => route.continue()));
  const onTheirWay = new Set<Request>();
  page.on('request', (request) => request.url().endsWith('.js') && onTheirWay.add(request));
  page.on('requestfinished', (request) => onTheirWay.delete(request));
  const box = await workbench.section('Tone and style').boundingBox();
  if (!box) throw new Error('The switch is not on screen.');
  const isAskedFor = page.waitForRequest('**/*.js');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await isAskedFor;
  await page.mouse.down();
  // All of it has come and been run: the editor's, by far the longest of it, is at work, and what waited for the list's has had its turn.
  await expect.poll(() => onTheirWay.size).toBe(0);
  await expect(workbench.editor.locator('[contenteditable="true"]').first()).toBeVisible();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await page.mouse.up();
  await expect(workbench.section('Tone and style')).not.toBeChecked();
});

test('work survives a reload, and the prediction goes on from the session', async ({ page, workbench }) => {
  await workbench.section('Tone and style').click();
  await workbench.counted();
  await workbench.send();
  const created = await workbench.figure('Cache creation 5m', 'Reported');
  await page.reload();
  await workbench.counted();
  await expect(workbench.section('Tone and style')).not.toBeChecked();
  await expect.poll(() => workbench.ribbon.getByText(/request 1/).count()).toBe(1);
  await workbench.send();
  expect(await workbench.figure('Cache read', 'Predicted')).toBe(created);
  expect(await workbench.figure('Cache read', 'Reported')).toBe(created);
});

test('STORE-9 a session of a document that was never edited survives a reload', async ({ page, workbench }) => {
  await workbench.send();
  const created = await workbench.figure('Cache creation 5m', 'Reported');
  await page.reload();
  await workbench.counted();
  await expect.poll(() => workbench.ribbon.getByText(/request 1/).count()).toBe(1);
  expect(await workbench.figure('Cache creation 5m', 'Reported')).toBe(created);
});

test('UI-10: a shared link restores the document in another browser', async ({ page, browser, workbench }) => {
  await workbench.section('Actions').click();
  await workbench.tab('Flags');
  await workbench.compose.getByRole('switch', { name: 'TOKEN_BUDGET', exact: true }).click();
  await workbench.run.getByRole('textbox', { name: 'Next message' }).fill('Shared: 潮汐 🌊');
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('dialog').getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).not.toContain('Shared');

  const context = await browser.newContext();
  const other = new Workbench(await context.newPage());
  await other.page.goto(link);
  await other.counted();
  await expect(other.section('Actions')).not.toBeChecked();
  await expect(other.run.getByRole('textbox', { name: 'Next message' })).toHaveValue('Shared: 潮汐 🌊');
  await other.tab('Flags');
  await expect(other.compose.getByRole('switch', { name: 'TOKEN_BUDGET', exact: true })).toBeChecked();
  await page.keyboard.press('Escape');
  expect(await other.totalTokens()).toBe(await workbench.totalTokens());
  expect(other.complaints).toEqual([]);
  await context.close();
});
