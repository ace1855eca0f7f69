import { expect, test } from 'playwright/test';
import { Workbench } from './workbench.ts';

/** The bar of the bench's first load, in bytes as they are sent. */
const LIMIT = 200_000;

test('UI-17 before anything is touched, the page fetches less than 200 kB of scripts for itself', async ({ page }) => {
  const workbench = new Workbench(page);
  await workbench.open();
  await workbench.counted();
  await page.waitForLoadState('networkidle');
  const ofWorkers = page.workers().map((worker) => worker.url());
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming && entry.name.endsWith('.js'))
      .map((entry) => ({ name: entry.name, bytes: (entry as PerformanceResourceTiming).encodedBodySize })),
  );
  const own = scripts.filter(({ name }) => !ofWorkers.includes(name));
  const sum = own.reduce((total, { bytes }) => total + bytes, 0);
  expect(own.length).toBeGreaterThan(5);
  expect(sum).toBeGreaterThan(100_000);
  expect(sum, own.map(({ name, bytes }) => `${bytes} ${name}`).join('\n')).toBeLessThan(LIMIT);
});
