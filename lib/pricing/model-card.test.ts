import { describe, expect, it } from 'vitest';
import { findModel, MODEL_CARDS } from './model-card.ts';

const ids = (test: (card: (typeof MODEL_CARDS)[number]) => boolean) => MODEL_CARDS.filter(test).map(({ id }) => id);

describe('findModel', () => {
  it.each([
    ['claude-opus-5-5', 'Opus 5.5'],
    ['claude-sonnet-4-5-20250929', 'Sonnet 4.5'],
    ['claude-haiku-4-5-20251001', 'Haiku 4.5'],
    ['claude-opus-4-5-20251101', 'Opus 4.5'],
    ['claude-opus-4-20250514', 'Opus 4'],
    ['claude-3-5-haiku-20241022', 'Haiku 3.5'],
    ['claude-mythos-5-2', 'Mythos 5.2'],
    ['claude-mythos-5-1', 'Mythos 5.1'],
    ['claude-mythos-5', 'Mythos 5'],
    ['gpt-5.6', 'GPT-5.6 Sol'],
    ['gpt-5.4-mini-2026-03-17', 'GPT-5.4 mini'],
  ])('PRICE-4 finds %s as %s', (id, name) => expect(findModel(id)?.name).toBe(name));

  it.each([
    '',
    'claude',
    'claude-opus',
    'claude-opus-5-50',
    'us.anthropic.claude-opus-5-5',
    'claude-opus-5-5-fast',
    'llama',
  ])('PRICE-4 does not guess at %j', (id) => expect(findModel(id)).toBeUndefined());

  it('PRICE-4 gives no id to two models', () => {
    const all = MODEL_CARDS.flatMap(({ id, aliases = [] }) => [id, ...aliases]);
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('the cards', () => {
  it('PRICE-5 each carry a source and a day', () => {
    for (const { source, readOn } of MODEL_CARDS) {
      expect(source).not.toBe('');
      expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('PRICE-8 hold the minimum prefixes of the documentation', () => {
    const minimum = (tokens: number) =>
      ids((card) => card.vendor === 'anthropic' && card.minimumPrefixTokens === tokens && !card.minimumPrefixAssumed);
    expect(minimum(512).sort()).toEqual([
      'claude-fable-5',
      'claude-fable-5-1',
      'claude-haiku-5-5',
      'claude-mythos-5',
      'claude-mythos-5-1',
      'claude-opus-5',
      'claude-opus-5-5',
      'claude-sonnet-5-5',
    ]);
    expect(minimum(1_024).sort()).toEqual([
      'claude-opus-4',
      'claude-opus-4-1',
      'claude-opus-4-8',
      'claude-sonnet-4',
      'claude-sonnet-4-5',
      'claude-sonnet-4-6',
      'claude-sonnet-5',
    ]);
    expect(minimum(2_048).sort()).toEqual(['claude-haiku-3-5', 'claude-mythos-preview', 'claude-opus-4-7']);
    expect(minimum(4_096).sort()).toEqual(['claude-haiku-4-5', 'claude-opus-4-5', 'claude-opus-4-6']);
    expect(ids((card) => card.vendor === 'anthropic' && card.minimumPrefixAssumed === true)).toEqual([
      'claude-fable-5-2',
      'claude-mythos-5-2',
    ]);
  });

  it('PRICE-8 know which models count with the new vocabulary', () => {
    expect(ids((card) => card.tokenizer === 'claude-old').sort()).toEqual([
      'claude-haiku-3-5',
      'claude-haiku-4-5',
      'claude-opus-4',
      'claude-opus-4-1',
      'claude-opus-4-5',
      'claude-opus-4-6',
      'claude-sonnet-4',
      'claude-sonnet-4-5',
      'claude-sonnet-4-6',
    ]);
  });

  it('PRICE-8 know which Claude models take system messages in mid-conversation, and which strip old thinking', () => {
    const claude = MODEL_CARDS.filter(({ vendor }) => vendor === 'anthropic');
    expect(claude.filter((card) => card.midConversationSystem).map(({ id }) => id)).not.toContain('claude-sonnet-5');
    expect(findModel('claude-opus-4-8')?.midConversationSystem).toBe(true);
    expect(claude.filter((card) => !card.keepsOldThinking && !card.retired).map(({ id }) => id)).toEqual([
      'claude-sonnet-4-5',
      'claude-haiku-4-5',
    ]);
  });

  it.each([
    ['claude-haiku-5-5', { auto: 286, forced: 406 }],
    ['claude-opus-5-5', { auto: 286, forced: 'rejected' }],
    ['claude-opus-4-7', { auto: 675, forced: 804 }],
    ['claude-sonnet-5', { auto: 354, forced: 474 }],
    ['claude-fable-5-1', { auto: 286, forced: 'rejected', assumed: true }],
    ['claude-fable-5', { auto: 286, assumed: true }],
    ['claude-mythos-preview', undefined],
  ])('PRICE-8 hold the hidden tool prompt of %s', (id, tokens) =>
    expect(findModel(id)?.toolPromptTokens).toEqual(tokens),
  );
});
