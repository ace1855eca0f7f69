import { describe, expect, it } from 'vitest';
import type { Fix } from '@/lib/document/fix.ts';
import { findModel } from '@/lib/pricing/model-card.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { fixWarning } from './bound-thinking.ts';

const moved: Fix = { type: 'move-behind-boundary', section: 'intro' };
const thought = { type: 'thinking', thinking: 'Hm.', signature: 's' } as const;
const request = (...answer: object[]): MessageCreateParamsBase =>
  ({
    model: 'm',
    max_tokens: 1,
    messages: [
      { role: 'user', content: 'Hello' },
      { role: 'assistant', content: [...answer, { type: 'text', text: 'Hi' }] },
      { role: 'user', content: 'More' },
    ],
  }) as MessageCreateParamsBase;

describe('a fix in front of thinking that is sent back', () => {
  const at = (model: string, fix: Fix = moved, asked = request(thought)) => fixWarning(fix, asked, findModel(model));

  it('DIAG-19 says that the model would refuse it, for all accounts or for newer ones', () => {
    for (const model of ['claude-fable-5-2', 'claude-mythos-5-2']) expect(at(model)).toMatch(/answers 400 when/);
    expect(at('claude-fable-5-1')).toContain('2026-08-31');
    expect(at('claude-fable-5-2', moved, request({ type: 'redacted_thinking', data: 'x' }))).toMatch(/400/);
  });

  it('DIAG-19 says nothing of models of which that is not known, nor without thinking', () => {
    for (const model of ['claude-opus-5-5', 'claude-mythos-5-1', 'gpt-6-sol', 'house-model'])
      expect(at(model)).toBeUndefined();
    expect(at('claude-fable-5-2', moved, request())).toBeUndefined();
  });

  it('DIAG-19 says nothing of marks, nor where the request has such thinking left out', () => {
    expect(at('claude-fable-5-2', { type: 'pin-ttl', ttl: '1h' })).toBeUndefined();
    expect(at('claude-fable-5-2', { type: 'choose-model', model: 'claude-fable-5-2' })).toBeUndefined();
    const binding = (behavior: string) =>
      ({
        ...request(thought),
        thinking: { type: 'adaptive', block_binding: { prefix_mismatch_behavior: behavior } },
      }) as MessageCreateParamsBase;
    expect(at('claude-fable-5-2', moved, binding('drop_block'))).toBeUndefined();
    expect(at('claude-fable-5-2', moved, binding('error'))).toMatch(/400/);
  });
});
