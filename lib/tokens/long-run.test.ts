import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenEstimator } from './estimator.ts';
import { splitRuns } from './long-run.ts';
import { PATHOLOGICAL } from './pathological.arbitrary.ts';

const LONG = 600_000;
const kind = (name: string): string => PATHOLOGICAL[name]?.(LONG) ?? '';

describe('long unbroken runs', () => {
  it('TOKENS-5 leave every other text whole', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(splitRuns(text)).toEqual([{ text, times: 1 }]);
      }),
    );
    for (const name of ['one letter', 'equals signs', 'spaces', 'minified JSON', 'Chinese without punctuation'])
      expect(splitRuns(kind(name))).toHaveLength(1);
  });

  it('TOKENS-5 stand for as many characters as the text has, in what is around them too', () => {
    const text = `Before. ${kind('base64')}! After ${kind('hex')}`;
    const spans = splitRuns(text);
    expect(spans[0]).toEqual({ text: 'Before. ', times: 1 });
    expect(spans.some((span) => span.text === '! After ')).toBe(true);
    expect(spans.reduce((sum, { text: { length }, times }) => sum + length * times, 0)).toBeCloseTo(text.length, 3);
    expect(spans.reduce((sum, { text: { length } }) => sum + length, 0)).toBeLessThan(text.length / 2);
  });

  it.each(['base64', 'hex', 'digits'])('TOKENS-5 of %s are counted within 0.5 %%, as an estimate', (name) => {
    const { count } = createTokenEstimator();
    const text = kind(name);
    // Broken by a space they are counted whole.
    const half = text.length / 2 - 2;
    const pieces = [
      text.slice(0, half / 2),
      text.slice(half / 2, half),
      text.slice(half, half * 1.5),
      text.slice(half * 1.5),
    ];
    const whole = pieces.reduce((sum, piece) => sum + count(piece, 'o200k').tokens, 0);
    const run = count(text, 'o200k');
    expect(Math.abs(run.tokens / whole - 1)).toBeLessThan(0.005);
    expect(run.method).toBe('estimate');
    expect(count(pieces[0] ?? '', 'o200k').method).toBe('exact');
  });
});
