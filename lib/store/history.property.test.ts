import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type History, record, redo, startHistory, undo } from './history.ts';

type Command = { type: 'undo' | 'redo' } | { type: 'change'; value: number; key: string | undefined; after: number };

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constantFrom('undo' as const, 'redo' as const) }),
  fc.record({
    type: fc.constant('change' as const),
    value: fc.nat(5),
    key: fc.constantFrom(undefined, 'title', 'text'),
    after: fc.constantFrom(0, 999, 1000),
  }),
);

/** What undo and redo do, as plainly as it can be said: all values in a row, and a place among them. */
function naive() {
  let values = [0];
  let at = 0;
  let joins: string | undefined;
  let now = 0;
  let changedAt = 0;
  return {
    present: () => values[at],
    run: (each: Command) => {
      if (each.type !== 'change') {
        const to = at + (each.type === 'undo' ? -1 : 1);
        if (to < 0 || to >= values.length) return;
        at = to;
        joins = undefined;
        return;
      }
      now += each.after;
      if (each.value === values[at]) return;
      const isJoined = joins !== undefined && joins === each.key && now - changedAt < 1000;
      values = [...values.slice(0, isJoined ? at : at + 1), each.value];
      at = values.length - 1;
      joins = each.key;
      changedAt = now;
    },
  };
}

function play(commands: readonly Command[], onStep: (history: History<number>, each: Command) => void) {
  let history = startHistory(0);
  let now = 0;
  for (const each of commands) {
    if (each.type === 'change') {
      now += each.after;
      history = record(history, each.value, { label: '', at: now, key: each.key });
    } else history = each.type === 'undo' ? undo(history) : redo(history);
    onStep(history, each);
  }
  return history;
}

describe('history, as laws', () => {
  it('STORE-2 redo takes back an undo, and undo a redo', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const history = play(commands, () => undefined);
        if (history.past.length > 0) expect(redo(undo(history)).present).toBe(history.present);
        if (history.future.length > 0) expect(undo(redo(history)).present).toBe(history.present);
      }),
    );
  });

  it('STORE-1, 2, 3 agrees with a row of values and a place in it', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const model = naive();
        play(commands, (history, each) => {
          model.run(each);
          expect(history.present).toBe(model.present());
        });
      }),
      { numRuns: 500 },
    );
  });
});
