import type { Browser, Page } from 'playwright';

/** Opens an address at the size of a laptop's screen. Its context is its own, and so its process: its thread does nothing for others. */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // What tsx puts around the functions that are sent into the page.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(address);
  return page;
}
