import { expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { memoryOutlook } from '@/lib/store/analysis/memory-outlook.ts';
import { describeEntry, describeForecast, describeLoaded, memoryTokens, warningText } from './describe-memory.ts';

const { document } = PRESETS[0];

it('files are loaded, or not, for a reason', () => {
  expect(describeEntry({ order: 1, reason: 'So.' })).toBe('Loaded: So.');
  expect(describeEntry({ order: undefined, reason: 'So.' })).toBe('Not loaded: So.');
  expect(describeForecast('/a', { order: 3, reason: 'So.' })).toBe('/a: will be loaded as number 3. So.');
  expect(describeForecast('/a', { order: undefined, reason: 'So.' })).toBe('/a: will not be loaded. So.');
  expect(warningText('Warning: cut.')).toBe('cut.');
});

it('the loaded ones are counted, and their tokens added up', () => {
  const outlook = memoryOutlook(document);
  expect(describeLoaded(outlook)).toBe('6 of 6 files loaded');
  expect(describeLoaded({ ...outlook, entries: outlook.entries.slice(0, 1) })).toBe('1 of 1 file loaded');
  expect(memoryTokens(outlook, undefined)).toBeUndefined();
  const [first, second] = outlook.entries;
  const tokens = new Map([
    [first?.key ?? '', 2],
    [second?.key ?? '', 3],
    ['tool:x', 100],
  ]);
  expect(memoryTokens(outlook, tokens)).toBe(5);
});
