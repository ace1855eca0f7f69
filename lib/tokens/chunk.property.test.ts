import fc from 'fast-check';
import { countTokens as countCl100k } from 'gpt-tokenizer/encoding/cl100k_base';
import { countTokens as countO200k } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { splitChunks } from './chunk.ts';
import { fragmentedText } from './fragments.arbitrary.ts';

const ANY_SPECIAL = { disallowedSpecial: new Set<string>() };
const longTexts = fc.array(fragmentedText, { minLength: 1, maxLength: 3 }).map((texts) => texts.join(''));

describe('splitChunks', () => {
  it('TOKENS-3: the chunks are the text', () => {
    fc.assert(fc.property(longTexts, (text) => splitChunks(text).join('') === text));
  });

  it.each([
    ['o200k', countO200k],
    ['cl100k', countCl100k],
  ])('TOKENS-3: the tokens of the chunks add up to the tokens of the text (%s)', (_, count) => {
    fc.assert(
      fc.property(longTexts, (text) => {
        const sum = splitChunks(text).reduce((tokens, chunk) => tokens + count(chunk, ANY_SPECIAL), 0);
        expect(sum).toBe(count(text, ANY_SPECIAL));
      }),
      { numRuns: 200 },
    );
  });
});
