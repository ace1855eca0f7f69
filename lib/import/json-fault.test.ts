import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault, jsonPlace } from './json-fault.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('jsonFault', () => {
  it.each([
    ['', 0],
    ['  ', 2],
    ['{', 1],
    ['{"a"', 4],
    ['{"a":1,}', 7],
    ['[1,]', 3],
    ['[1 2]', 3],
    ['{a:1}', 1],
    ['{"a" 1}', 5],
    ['tru', 0],
    ['01', 1],
    ['"a', 2],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['{"a":1} x', 8],
    ['{"a":[1,{"b":null}],"c":"d"]', 27],
    [',', 0],
    ['1,', 1],
    [']', 0],
    ['\u00a01', 0],
  ])('finds the fault of %j', (text, position) => {
    expect(isJson(text)).toBe(false);
    expect(jsonFault(text)).toBe(position);
  });

  it.each([
    ['', { at: 0, line: 1, column: 1 }],
    ['{"a":\n  1,}', { at: 10, line: 2, column: 5 }],
    ['[1\n', { at: 3, line: 2, column: 1 }],
  ])('is told by line and column: %j', (text, place) => expect(jsonPlace(text)).toEqual(place));

  it('survives a body of a million open brackets', () => {
    expect(jsonFault('['.repeat(1_000_000))).toBe(1_000_000);
  });

  it('agrees with JSON.parse about what is JSON, on whole, cut and spoiled texts', () => {
    const spoiled = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', ',', '"', '\\', '}', ']', '{', '[', ':', '1', '-', 'e', '.', ' ', '\n', 'x'),
      )
      .map(([text, at, removed, added]) => {
        const cut = at % (text.length + 1);
        return text.slice(0, cut) + added + text.slice(cut + removed);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), spoiled), (text) => {
        const fault = jsonFault(text);
        expect(fault === undefined).toBe(isJson(text));
        if (fault !== undefined) expect(fault).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 2000 },
    );
  });
});
