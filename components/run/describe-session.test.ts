import { expect, it } from 'vitest';
import { freshSession } from '@/lib/document/held-session.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { describeCompaction, describeSession } from './describe-session.ts';

const held = { ...freshSession('session'), documents: [PRESETS[0].document] };

it('SESSION-6: says what an edit does, and which ones wait', () => {
  expect(describeSession(freshSession('live'), [])).toMatch(/^Live/);
  expect(describeSession(freshSession('session'), [])).toMatch(/^The next request settles/);
  expect(describeSession(held, [])).toMatch(/until \/clear or \/compact\.$/);
  expect(describeSession(held, ['Intro'])).toBe('1 edit waits for /clear or /compact: Intro.');
  expect(describeSession(held, ['a', 'b', 'c', 'd', 'e', 'f'])).toBe(
    '6 edits wait for /clear or /compact: a, b, c, d and 2 more.',
  );
});

it('SESSION-14: says what a compaction has made of the conversation', () => {
  expect(describeCompaction({ turns: 4, tokens: 5420 }, 812)).toBe(
    'The conversation went from 4 turns of 5,420 tokens to a summary of 812.',
  );
});
