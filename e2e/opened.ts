import { test as base, expect } from 'playwright/test';
import { Workbench } from './workbench.ts';

/** Tests that begin with the page open and all of it counted, and end without a complaint in its console. */
export const test = base.extend<{ workbench: Workbench }>({
  workbench: [
    async ({ page }, provide) => {
      const workbench = new Workbench(page);
      await workbench.open();
      await provide(workbench);
      expect(workbench.complaints).toEqual([]);
    },
    { auto: true },
  ],
});
