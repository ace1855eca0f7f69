import { describe, expect, it } from 'vitest';
import { historyStep } from './history-step.ts';

const NONE = { metaKey: false, ctrlKey: false, shiftKey: false, altKey: false };

describe('historyStep', () => {
  it('knows both commands on both keyboards, with and without caps lock', () => {
    expect(historyStep({ ...NONE, key: 'z', metaKey: true })).toBe('undo');
    expect(historyStep({ ...NONE, key: 'Z', ctrlKey: true })).toBe('undo');
    expect(historyStep({ ...NONE, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('redo');
    expect(historyStep({ ...NONE, key: 'y', ctrlKey: true })).toBe('redo');
  });

  it('leaves other keys alone', () => {
    expect(historyStep({ ...NONE, key: 'z' })).toBeUndefined();
    expect(historyStep({ ...NONE, key: 'z', ctrlKey: true, altKey: true })).toBeUndefined();
    expect(historyStep({ ...NONE, key: 'Enter', ctrlKey: true })).toBeUndefined();
  });
});
