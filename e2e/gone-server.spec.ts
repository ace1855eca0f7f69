import { expect, test } from 'playwright/test';
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
