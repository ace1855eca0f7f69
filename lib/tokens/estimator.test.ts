import { describe, expect, it } from 'vitest';
import { FIT } from './coefficients.gen.ts';
import { createTokenEstimator } from './estimator.ts';
import { loadCl100kVocabulary } from './gpt-counter.ts';
import { PATHOLOGICAL } from './pathological.arbitrary.ts';

const { count } = createTokenEstimator();
const FAMILIES = ['claude-old', 'claude-new', 'o200k', 'cl100k'] as const;
const ENGLISH = `Before you change a file, read it, and read the tests beside it. Say what you are about to do in one sentence,
then do it. When a command fails, look at its output first; do not run it again in the hope of a better answer.

Keep each change small enough to be reviewed in a few minutes. If the work turns out larger than the user expected,
stop and ask. Never delete what you did not create, and never push to a branch that other people work on.

At the end, report what was done, what was left out and why. Write for somebody who has not seen the conversation:
name the files, give the figures you measured, and mark plainly whatever you only believe to be true.
`;

describe('createTokenEstimator', () => {
  it.each(FAMILIES)('TOKENS-2: %s: nothing has no tokens, anything has at least one', (family) => {
    expect(count('', family)).toMatchObject({ tokens: 0, low: 0, high: 0 });
    for (const text of ['a', ' ', '\n', '.', '\ud800']) expect(count(text, family).low).toBeGreaterThanOrEqual(1);
  });

  it('TOKENS-2: OpenAI is exact, with no band', () => {
    expect(count('Hello, world!', 'o200k')).toEqual({ tokens: 4, low: 4, high: 4, method: 'exact' });
  });

  it('TOKENS-2: cl100k is exact with its vocabulary, an estimate without', async () => {
    const exact = createTokenEstimator({ cl100k: await loadCl100kVocabulary() }).count(ENGLISH, 'cl100k');
    const estimate = count(ENGLISH, 'cl100k');
    expect(exact).toMatchObject({ method: 'exact', low: exact.tokens, high: exact.tokens });
    expect(estimate.method).toBe('estimate');
    expect(exact.tokens).toBeGreaterThanOrEqual(estimate.low);
    expect(exact.tokens).toBeLessThanOrEqual(estimate.high);
  });

  it('TOKENS-2: the name of a special token is plain text', () => {
    expect(count('<|endoftext|>', 'o200k').tokens).toBeGreaterThan(1);
  });

  it('TOKENS-8: Claude is an estimate inside its band; the new vocabulary takes more of English', () => {
    const [old, later, o200k] = [count(ENGLISH, 'claude-old'), count(ENGLISH, 'claude-new'), count(ENGLISH, 'o200k')];
    for (const { tokens, low, high, method } of [old, later]) {
      expect(method).toBe('estimate');
      expect([low < tokens, tokens < high, high - low < 0.2 * tokens]).toEqual([true, true, true]);
    }
    expect(old.tokens / o200k.tokens).toSatisfy((ratio: number) => ratio > 1.0 && ratio < 1.2);
    expect(later.tokens / o200k.tokens).toSatisfy((ratio: number) => ratio > 1.2 && ratio < 1.7);
  });

  it('TOKENS-5: a run too long to be counted whole makes an o200k count an estimate within one per cent', () => {
    const { tokens, low, high, method } = count('a'.repeat(8_000), 'o200k');
    expect({ tokens, low, high, method }).toEqual({ tokens: 1000, low: 990, high: 1010, method: 'estimate' });
  });

  it.each(Object.keys(PATHOLOGICAL))('TOKENS-6: half a megabyte of %s takes no quadratic time', (kind) => {
    const text = PATHOLOGICAL[kind]?.(500_000) ?? '';
    const start = performance.now();
    count(text, 'claude-new');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('TOKENS-9: the cross-validated error is within the targets', () => {
    for (const figures of Object.values(FIT.crossValidated)) {
      for (const kind of ['agent docs', 'code'] as const) {
        expect(figures[kind].median).toBeLessThanOrEqual(3);
        expect(figures[kind].p95).toBeLessThanOrEqual(10);
      }
      expect(figures.languages.median).toBeLessThanOrEqual(8);
    }
  });
});
