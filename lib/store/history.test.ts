import { describe, expect, it } from 'vitest';
import { type History, record, redo, startHistory, undo } from './history.ts';

const typed = (history: History<string>, next: string, at: number, key: string | undefined = 'text') =>
  record(history, next, { label: `Type ${next}`, at, key });

describe('history', () => {
  it('STORE-1 keeps each change as a step with its label, and takes what changes nothing for none', () => {
    const history = record(startHistory('a'), 'b', { label: 'Edit', at: 0 });
    expect(history).toMatchObject({ present: 'b', past: [{ value: 'a', label: 'Edit' }], future: [] });
    expect(record(history, 'b', { label: 'Edit', at: 5 })).toBe(history);
  });

  it('STORE-3 joins changes with one key while each follows within a second', () => {
    const steady = ['b', 'bc', 'bcd'].reduce((history, next, at) => typed(history, next, at * 900), startHistory('a'));
    expect(steady.past).toHaveLength(1);
    expect(undo(steady).present).toBe('a');
    expect(typed(steady, 'late', 1800 + 1000).past).toHaveLength(2);
  });

  it('STORE-3 never joins changes with other keys, or with none', () => {
    const history = typed(startHistory('a'), 'b', 0);
    expect(typed(history, 'c', 1, 'other').past).toHaveLength(2);
    const keyless = record(startHistory('a'), 'b', { label: 'Move', at: 0 });
    expect(record(keyless, 'c', { label: 'Move', at: 1 }).past).toHaveLength(2);
  });

  it('STORE-3 never joins what follows an undo or a redo', () => {
    const first = typed(startHistory('a'), 'b', 0);
    const undone = undo(typed(first, 'c', 100, 'other'));
    expect(undone.present).toBe('b');
    const after = typed(undone, 'd', 200);
    expect(undo(after).present).toBe('b');
    const redone = redo(undo(first));
    expect(undo(typed(redone, 'd', 300)).present).toBe('b');
  });

  it('STORE-2 forgets what was undone once something else is done', () => {
    const undone = undo(typed(startHistory('a'), 'b', 0));
    expect(redo(typed(undone, 'c', 5000)).present).toBe('c');
  });

  it('STORE-2 has nothing to do at its ends', () => {
    const history = startHistory('a');
    expect(undo(history)).toBe(history);
    expect(redo(history)).toBe(history);
  });

  it('STORE-4 keeps the last 500 steps', () => {
    let history = startHistory(0);
    for (let value = 1; value <= 600; value += 1) history = record(history, value, { label: '', at: 0 });
    expect(history.past).toHaveLength(500);
    for (let step = 0; step < 600; step += 1) history = undo(history);
    expect(history.present).toBe(100);
  });
});
