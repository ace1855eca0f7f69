import type { TokenizerFamily } from './token-count.ts';

/**
 * What a request with one user message costs beside its text, in tokens; of 2026-11-21. Claude: recorded count_tokens answers of the
 * ctok project (MIT). OpenAI: the cookbook's rule, 3 a message, 1 for the role, 3 to prime the reply.
 */
const FRAME: Record<TokenizerFamily, number> = { 'claude-old': 7, 'claude-new': 7, o200k: 7, cl100k: 7 };
const FRAME_OF_CLAUDE_4_7_TO_4_9 = 12;
const CLAUDE_4_7_TO_4_9 = /^claude-[a-z]+-4-[789](?:-\d+)?$/;

/** Tokens around a single user message: by the model where given, else by the family (for `claude-new`, that of the 5.x models). */
export function messageFrameTokens(family: TokenizerFamily, model = ''): number {
  return family === 'claude-new' && CLAUDE_4_7_TO_4_9.test(model) ? FRAME_OF_CLAUDE_4_7_TO_4_9 : FRAME[family];
}
