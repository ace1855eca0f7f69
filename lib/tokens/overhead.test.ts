import { expect, it } from 'vitest';
import { messageFrameTokens } from './overhead.ts';

it.each([
  ['claude-old', undefined, 7],
  ['claude-new', undefined, 7],
  ['claude-new', 'claude-opus-4-7', 12],
  ['claude-new', 'claude-opus-4-8-20260401', 12],
  ['claude-new', 'claude-opus-5-5', 7],
  ['claude-old', 'claude-opus-4-6', 7],
  ['o200k', 'gpt-5.5', 7],
] as const)('TOKENS-11: the frame of a user message for %s, %s', (family, model, tokens) => {
  expect(messageFrameTokens(family, model)).toBe(tokens);
});
