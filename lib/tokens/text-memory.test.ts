import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextMemory, detached } from './text-memory.ts';

describe('createTextMemory', () => {
  it('TOKENS-4: knows what it was told last or nothing, what was just told for certain, and never more than its bound', () => {
    const text = fc.stringMatching(/^[a-f]{1,3}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.option(fc.nat(), { nil: undefined })), { maxLength: 60 }), (commands) => {
        const memory = createTextMemory<number>(12, ({ length }) => length);
        const told = new Map<string, number>();
        for (const [each, value] of commands) {
          if (value === undefined) expect([undefined, told.get(each)]).toContain(memory.get(each));
          else {
            memory.set(each, value);
            told.set(each, value);
            expect(memory.get(each)).toBe(value);
          }
        }
        const held = [...told.keys()].filter((each) => memory.get(each) !== undefined);
        expect(held.join('').length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

describe('detached', () => {
  it.each(['', 'short', 'a text of more than thirteen characters', `lone ${'\ud800'} surrogate and \0 and "`])(
    'is the same text: %j',
    (text) => expect(detached(text)).toBe(text),
  );

  it('keeps nothing alive of the text that it was cut from, as a plain slice does', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const [LENGTH, TEXTS] = [1_000_000, 40];
    const bytesKept = (keep: (text: string) => string) => {
      collect();
      const before = process.memoryUsage().heapUsed;
      const kept = Array.from({ length: TEXTS }, (_, at) => keep(`${at} ${'x'.repeat(LENGTH)}`.slice(0, 40)));
      collect();
      const after = process.memoryUsage().heapUsed;
      expect(kept).toHaveLength(TEXTS);
      return after - before;
    };
    expect(bytesKept((text) => text)).toBeGreaterThan((LENGTH * TEXTS) / 2);
    expect(bytesKept(detached)).toBeLessThan((LENGTH * TEXTS) / 10);
  });
});
