import { expect, it } from 'vitest';
import { dateFault, directoryFault, maxTokensFault, pixelsFault, placeFault, versionFault } from './field-faults.ts';

it.each([
  [directoryFault, ['/', '/home/dev'], ['', 'home', '~/x', `/${'x'.repeat(2000)}`]],
  [placeFault, ['', '~/x', 'below', '/x'], ['x'.repeat(2001)]],
  [dateFault, ['', '2026-11-21', '2024-02-29'], ['2026-11', '2026-02-30', '2026-13-01', '21.11.2026', '2026-11-21 ']],
  [versionFault, ['2.1.329', 'x'], ['', ' ', 'x'.repeat(501)]],
  [pixelsFault, ['1', '8000'], ['', '0', '8001', '1.5', '1e3']],
  [maxTokensFault, ['1', '1024', '1000000'], ['', '0', '1000001', '1.5', '-1', '1e3', ' 5']],
])('%o', (fault, right, wrong) => {
  for (const text of right) expect(fault(text)).toBeUndefined();
  for (const text of wrong) expect(fault(text)).toMatch(/\.$/);
});
