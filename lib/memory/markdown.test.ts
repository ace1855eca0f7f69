import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexMarkdown, MAX_LEXED_CHARACTERS } from './markdown.ts';

/** Pieces that are cheap to write and dear to lex. */
const PIECES = [
  ...['>', '> ', '- ', '+ ', '1. ', '* ', '-', '_', '[', '![', '[a](', '[a]: ', '[a]: b "', '<', '<a ', '<!--', '-->'],
  ...['# ', '`', '```\n', '~~~', '|', '=', 'a\n=\n', '\t', ' ', '\n', '\n\n', '\\', '&', '@a ', 'a', 'a\n', '- a\n'],
  ...['- a\n\n', '> a\n', '    a\n', '<div>\n', '<pre>\n', '<?', '<![CDATA[', ' - a\n  - b\n', '* * ', '- - -\n'],
];

/** The text filled up to a length with a repetition. */
const fill = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe('lexMarkdown', () => {
  it('MEM-23 lexes the longest texts of one piece, none in more than seconds', { timeout: 120_000 }, () => {
    for (const piece of PIECES) {
      const start = performance.now();
      expect(lexMarkdown(fill(piece, MAX_LEXED_CHARACTERS)), piece).toBeDefined();
      expect(performance.now() - start, piece).toBeLessThan(5_000);
    }
  });

  it.each(['>', '-', '[', '<', '*', '`'])('MEM-23 gives up on 1 MB of %j at once', (character) => {
    const start = performance.now();
    expect(lexMarkdown(character.repeat(1_000_000))).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(100);
  });

  it('MEM-23 neither throws nor loses text, whatever it is given', { timeout: 120_000 }, () => {
    const tangle = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));
    const repeated = fc.tuple(tangle, fc.constantFrom(...PIECES)).map(([text, tail]) => text.repeat(40) + tail);
    fc.assert(
      fc.property(fc.oneof(tangle, repeated, fc.string()), (source) => {
        const text = source.replaceAll('\r', '');
        const blocks = lexMarkdown(text) ?? [];
        expect(
          blocks
            .map(({ raw }) => raw)
            .join('')
            .trimEnd(),
        ).toBe(text.trimEnd());
      }),
      { numRuns: 500 },
    );
  });
});
