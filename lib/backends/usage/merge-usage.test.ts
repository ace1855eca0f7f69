import { describe, expect, it } from 'vitest';
import { mergeUsage } from './merge-usage.ts';
import type { RawUsage } from './raw-usage.ts';
import { readUsage } from './read-usage.ts';

const figuresAfter = (...reports: unknown[]) => {
  const { raw: _, ...figures } = readUsage(reports.reduce<RawUsage>(mergeUsage, {}), 'anthropic');
  return figures;
};

describe('BACK-3: over the events of one answer the last value that is not null counts', () => {
  it('replaces and never adds', () => {
    expect(figuresAfter({ input_tokens: 10, output_tokens: 1 }, { output_tokens: 40 }, { output_tokens: 90 })).toEqual({
      inputTokens: 10,
      outputTokens: 90,
    });
  });

  it('takes a later 0 for 0 and a later null for nothing said', () => {
    const first = { input_tokens: 10, cache_read_input_tokens: 7 };
    expect(figuresAfter(first, { input_tokens: 0, cache_read_input_tokens: null })).toEqual({
      inputTokens: 0,
      cacheReadTokens: 7,
    });
  });

  it('takes real figures that come with the last event only (a proxy that starts with zeros)', () => {
    const zeros = { input_tokens: 0, output_tokens: 0, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };
    const final = { input_tokens: 5, output_tokens: 9, cache_creation_input_tokens: 700, cache_read_input_tokens: 60 };
    expect(figuresAfter(zeros, final)).toEqual({
      inputTokens: 5,
      outputTokens: 9,
      cacheReadTokens: 60,
      cacheCreationOtherTokens: 700,
    });
  });

  it('BACK-3: says how often the provider searched: a reported 0 is 0, and what is not reported is unknown', () => {
    const uses = (web_search_requests: unknown) => ({ input_tokens: 3, server_tool_use: { web_search_requests } });
    expect(figuresAfter(uses(2))).toEqual({ inputTokens: 3, webSearches: 2 });
    expect(figuresAfter(uses(0))).toEqual({ inputTokens: 3, webSearches: 0 });
    for (const none of [undefined, null, 'x', 1.5]) expect(figuresAfter(uses(none))).toEqual({ inputTokens: 3 });
    expect(figuresAfter({ input_tokens: 3, server_tool_use: null })).toEqual({ inputTokens: 3 });
  });

  it('keeps what was sent', () => {
    const raw = mergeUsage({ service_tier: 'standard' }, { input_tokens: 3, odd: { x: 1 } });
    expect(readUsage(raw, 'anthropic').raw).toEqual({ service_tier: 'standard', input_tokens: 3, odd: { x: 1 } });
  });

  it('passes over what is no usage', () => {
    for (const odd of [undefined, null, 'x', 7])
      expect(mergeUsage({ input_tokens: 1 }, odd)).toEqual({ input_tokens: 1 });
    expect(figuresAfter({ input_tokens: '7', output_tokens: -1, cache_read_input_tokens: 0.5 })).toEqual({});
  });
});

describe('BACK-2: the split of creation', () => {
  const split = (short: number, long: number) => ({
    cache_creation: { ephemeral_5m_input_tokens: short, ephemeral_1h_input_tokens: long },
  });

  it('is taken as it is', () => {
    expect(figuresAfter({ cache_creation_input_tokens: 30, ...split(10, 20) })).toEqual({
      cacheCreation5mTokens: 10,
      cacheCreation1hTokens: 20,
    });
  });

  it('leaves the rest of a larger total to another TTL', () => {
    expect(figuresAfter(split(0, 0), { cache_creation_input_tokens: 30 })).toEqual({
      cacheCreation5mTokens: 0,
      cacheCreation1hTokens: 0,
      cacheCreationOtherTokens: 30,
    });
  });

  it('is void beside a smaller total', () => {
    expect(figuresAfter(split(10, 20), { cache_creation_input_tokens: 5 })).toEqual({ cacheCreationOtherTokens: 5 });
    expect(figuresAfter(split(10, 20), { cache_creation_input_tokens: 0 })).toEqual({
      cacheCreation5mTokens: 0,
      cacheCreation1hTokens: 0,
    });
  });

  it('is unknown when nothing was said, and zero when the total is', () => {
    expect(figuresAfter({ input_tokens: 1 })).toEqual({ inputTokens: 1 });
    expect(figuresAfter({ cache_creation_input_tokens: 0 })).toEqual({
      cacheCreation5mTokens: 0,
      cacheCreation1hTokens: 0,
    });
  });
});
