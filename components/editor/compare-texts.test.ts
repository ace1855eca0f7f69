import { describe, expect, it } from 'vitest';
import { compareTexts } from './compare-texts.ts';
import type { EditorText } from './editor-text.ts';

const pair = (language: EditorText['language'], original: string, text: string) => ({
  original,
  current: { key: 'k', name: 'n', language, text, placeholder: '', write: (document) => document } satisfies EditorText,
});

describe('compareTexts', () => {
  it('compares JSON by line, however it was laid out', () => {
    const hunks = compareTexts(pair('json', '{"a":1,"b":2}', '{"a":1,"b":3}'));
    const lines =
      typeof hunks === 'string' ? [] : hunks.flatMap((hunk) => hunk.lines.map(({ type, text }) => [type, text]));
    expect(lines).toContainEqual(['removed', '  "b": 2']);
    expect(lines).toContainEqual(['added', '  "b": 3']);
    expect(compareTexts(pair('json', '{"a":1}', '{ "a": 1 }'))).toContain('Only the layout');
  });

  it('compares unfinished JSON as text', () => {
    expect(compareTexts(pair('json', '{"a":1}', '{"a":'))).toHaveLength(1);
  });

  it('says when a text is too long', () => {
    expect(compareTexts(pair('markdown', 'a', '\n'.repeat(6_000)))).toContain('1 characters became 6,000');
  });
});
