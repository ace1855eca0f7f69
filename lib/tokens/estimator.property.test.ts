import fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { splitChunks } from './chunk.ts';
import { createTokenEstimator } from './estimator.ts';
import { fragmentedText } from './fragments.arbitrary.ts';
import { o200kVocabulary } from './gpt-counter.ts';
import { createWeigher } from './weigh.ts';
import { weighTokens } from './weigh-tokens.ts';
import { createTally } from './weight.ts';

const FAMILIES = ['claude-old', 'claude-new', 'o200k', 'cl100k'] as const;

describe('createTokenEstimator', () => {
  it('TOKENS-2: an exact o200k count is the one of gpt-tokenizer', () => {
    const { count } = createTokenEstimator();
    fc.assert(
      fc.property(fragmentedText, (text) => {
        const { tokens, low, high, method } = count(text, 'o200k');
        fc.pre(method === 'exact');
        expect([tokens, low, high]).toEqual(new Array(3).fill(countTokens(text, { disallowedSpecial: new Set() })));
      }),
      { numRuns: 200 },
    );
  });

  it('TOKENS-3: what the chunks weigh adds up to what the text weighs', () => {
    const weigh = createWeigher(o200kVocabulary(), weighTokens);
    fc.assert(
      fc.property(fragmentedText, (text) => {
        const total = createTally();
        for (const chunk of splitChunks(text)) total.add(weigh(chunk));
        expect(total.sum()).toEqual(weigh(text));
      }),
      { numRuns: 200 },
    );
  });

  it('TOKENS-3: a count is the rounded sum', () => {
    const { count } = createTokenEstimator();
    const weigh = createWeigher(o200kVocabulary(), weighTokens);
    fc.assert(
      fc.property(fragmentedText, fc.constantFrom(...FAMILIES), (text, family) => {
        const least = text === '' ? 0 : 1;
        return count(text, family).tokens === Math.max(least, Math.round(weigh(text)[family] / 1000));
      }),
      { numRuns: 60 },
    );
  });

  it('TOKENS-4: a text has the same count whatever was counted before', () => {
    const seasoned = createTokenEstimator({ maxCachedCharacters: 2_000 });
    fc.assert(
      fc.property(
        fragmentedText,
        fc.nat(2_000),
        fc.string(),
        fc.constantFrom(...FAMILIES),
        (text, at, insert, family) => {
          const edited = text.slice(0, at) + insert + text.slice(at);
          seasoned.count(text, family);
          expect(seasoned.count(edited, family)).toEqual(createTokenEstimator().count(edited, family));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('TOKENS-8: a count lies inside its band', () => {
    const { count } = createTokenEstimator();
    fc.assert(
      fc.property(fragmentedText, fc.constantFrom(...FAMILIES), (text, family) => {
        const { tokens, low, high } = count(text, family);
        return Number.isSafeInteger(tokens) && low <= tokens && tokens <= high;
      }),
    );
  });
});
