import { expect, type Page, type Request, test } from 'playwright/test';
import { Workbench } from './workbench.ts';

test('UI-18 with the server gone a tab and a dialog say so, nothing is lost, and each can be tried again', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  const message = workbench.run.getByRole('textbox', { name: 'Next message' });
  await message.fill('Typed before the server went.');
  await workbench.counted();
  await page.waitForLoadState('networkidle');
  const chunks = /\/_next\/static\/chunks\//;
  await page.route(chunks, (route) => route.abort());

  await workbench.tab('Context');
  await expect(workbench.compose.getByRole('alert')).toContainText('could not be fetched');
  await page.getByRole('button', { name: 'Share' }).click();
  const notice = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Close' }) });
  await expect(notice).toContainText('Your work is kept');
  await expect(message).toHaveValue('Typed before the server went.');

  await page.unroute(chunks);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Link' })).toBeVisible();
  await page.keyboard.press('Escape');
  await workbench.compose.getByRole('button', { name: 'Try again' }).click();
  await expect(workbench.compose.getByRole('alert')).toBeHidden();
  await expect(workbench.compose.getByText('Conversation').first()).toBeVisible();
});

test('UI-18 what could not be opened from within a room is told at the head of the page', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await page.waitForLoadState('networkidle');
  await page.route(/\/_next\/static\/chunks\//, (route) => route.abort());
  for (const room of [workbench.compose, workbench.run]) {
    await room.getByRole('button', { name: /^(Actions for all sections|Own server)$/ }).click();
    const notice = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Close' }) });
    await expect(notice).toBeInViewport({ ratio: 1 });
    expect((await notice.boundingBox())?.y).toBeLessThan(20);
    await notice.getByRole('button', { name: 'Close' }).click();
    await expect(notice).toBeHidden();
  }
});

test('UI-18 with the server gone the ribbon says that it cannot tell what is pointed at, and tells it once it can', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.counted();
  await page.waitForLoadState('networkidle');
  const chunks = /\/_next\/static\/chunks\//;
  await page.route(chunks, (route) => route.abort());
  const parts = workbench.ribbon.getByRole('toolbar', { name: 'Parts of the request' }).getByRole('button');
  await parts.first().focus();
  await expect(workbench.ribbon.getByText('could not be fetched')).toBeVisible();
  await page.unroute(chunks);
  await page.keyboard.press('ArrowRight');
  await expect(workbench.ribbon.getByText('could not be fetched')).toBeHidden();
  const [name = ''] = ((await parts.nth(1).getAttribute('aria-label')) ?? '').split(',');
  await expect(workbench.ribbon.getByText(`${name} · `)).toBeVisible();
});

/** All that the browser's database holds of documents, as JSON. */
const savedWork = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('strata-documents');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('by-tab').objectStore('by-tab').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(JSON.stringify(reading.result));
          };
        };
      }),
  );

test('UI-18 saved work whose reader cannot be fetched is not replaced by the preset, and is there once it can', async ({
  page,
}) => {
  const workbench = new Workbench(page);
  const message = workbench.run.getByRole('textbox', { name: 'Next message' });
  const first = new Set<string>();
  const note = (request: Request) => first.add(request.url());
  page.on('request', note);
  await workbench.open();
  page.off('request', note);
  await message.fill('Kept before the server went.');
  await expect.poll(() => savedWork(page)).toContain('Kept before the server went.');
  const chunks = /\/_next\/static\/chunks\//;
  await page.route(chunks, (route) => (first.has(route.request().url()) ? route.continue() : route.abort()));
  await page.reload();
  await expect(page.getByText('the code that reads your work')).toBeVisible();
  await page.unroute(chunks);
  await page.getByRole('button', { name: 'Try again' }).click();
  await workbench.counted();
  await expect(message).toHaveValue('Kept before the server went.');
});

test('UI-18 a link that cannot be opened for want of code stays in the address bar', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await page.waitForLoadState('networkidle');
  await page.route(/\/_next\/static\/chunks\//, (route) => route.abort());
  await page.evaluate(() => {
    location.hash = 'v1.coding-agent.1.izaKBQA.98080f';
  });
  await expect(page.getByRole('alert').filter({ hasText: 'the code that opens links' })).toBeVisible();
  expect(await page.evaluate(() => location.hash)).toBe('#v1.coding-agent.1.izaKBQA.98080f');
});
