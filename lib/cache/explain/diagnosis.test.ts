import { describe, expect, it } from 'vitest';
import { type CacheRules, DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { sha256Hex } from '@/lib/cache/digest.ts';
import { text, tool, turns } from '@/lib/cache/synthetic-request.ts';
import { findModel } from '@/lib/pricing/model-card.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { explain } from './diagnosis.ts';
import { missedCost } from './missed-cost.ts';
import { missedTokens } from './missed-tokens.ts';
import { type TraceFacts, traceRequest } from './request-trace.ts';
import { snippets } from './snippet.ts';

const count = (words: string) => Math.ceil(words.length / 4);
const MINUTE = 60_000;

function explained(
  before: Partial<MessageCreateParamsBase>,
  after: Partial<MessageCreateParamsBase>,
  facts: TraceFacts = {},
  rules: CacheRules = DEFAULT_RULES,
  gap = MINUTE,
) {
  const options = {
    model: { minimumPrefixTokens: 1, toolPromptTokens: { auto: 30, forced: 40 }, frameTokens: 7 },
    workspace: 'w',
    count,
    digest: sha256Hex,
    rules,
  };
  const trace = (request: Partial<MessageCreateParamsBase>, sentAt: number) =>
    traceRequest({ model: 'm', max_tokens: 1, messages: [], ...request }, options, {
      sentAt,
      workspace: 'w',
      betas: [],
      ...facts,
    });
  return explain(trace(before, 0), trace(after, gap), rules, count);
}

const says = (words: string) => [{ type: 'text' as const, text: words }];
const asked = turns([text(5, '5m', 'question')]);

describe('how much changed', () => {
  const marked = (words: string) => [
    { type: 'text' as const, text: words, cache_control: { type: 'ephemeral' as const } },
  ];
  const system = (was: string, now: string) =>
    explained({ system: marked(was), messages: asked }, { system: marked(now), messages: asked }).counts?.system;
  const named = (name: string, description = 'Does it.', properties = {}) => ({
    name,
    description,
    input_schema: { type: 'object' as const, properties },
  });
  const tools = (was: ReturnType<typeof named>[], now: ReturnType<typeof named>[]) =>
    explained({ tools: was, messages: asked }, { tools: now, messages: asked }).counts?.tools;

  it('DIAG-18 counts the characters of the system prompt that came and went', () => {
    expect(system('It is 09:41.', 'It is 09:42.')).toEqual({ added: 1, removed: 1 });
    expect(system('a\nIt is 9.\nb\nIt is 8.', 'a\nIt is 10.\nb\nIt is 7.')).toEqual({ added: 3, removed: 2 });
    expect(system('a\nb', 'a\nb\nand more')).toEqual({ added: 8, removed: 0 });
    expect(system('a\nsome\nb', 'a\nb')).toEqual({ added: 0, removed: 4 });
    expect(system('a\nb\nc', 'c\na\nb')).toEqual({ added: 0, removed: 0 });
  });

  it('DIAG-18 names the tools that came, went or changed, and what of them', () => {
    const [read, edit, write] = [named('Read'), named('Edit'), named('Write')];
    expect(tools([read, edit], [read, write])).toEqual({ added: ['Write'], removed: ['Edit'], changed: [] });
    expect(tools([read, edit], [edit, read])).toEqual({ added: [], removed: [], changed: [] });
    const changed = (now: ReturnType<typeof named>) => tools([read], [now])?.changed;
    expect(changed(named('Read', 'Other.'))).toEqual([{ name: 'Read', what: 'description' }]);
    expect(changed(named('Read', 'Does it.', { a: {} }))).toEqual([{ name: 'Read', what: 'schema' }]);
    expect(changed(named('Read', 'Other.', { a: {} }))).toEqual([{ name: 'Read', what: 'description and schema' }]);
    expect(changed({ ...read, strict: true } as typeof read)).toEqual([{ name: 'Read', what: 'definition' }]);
  });

  it('DIAG-18 names a pasted tool whose name is no text by its JSON', () => {
    const odd = { type: 'web_search_20250305', name: { toString: 1 } };
    const tools = (extra: readonly object[]) => [...extra] as unknown as NonNullable<MessageCreateParamsBase['tools']>;
    const { counts } = explained({ tools: tools([]), messages: asked }, { tools: tools([odd]), messages: asked });
    expect(counts?.tools?.added).toEqual(['{"toString":1}']);
  });

  it('DIAG-18 counts nothing where neither is a cause', () => {
    const request = { tools: [named('Read')], system: marked('a'), messages: asked };
    expect(explained(request, { ...request, model: 'other' }).counts).toBeUndefined();
    const { counts } = explained(request, { ...request, tools: [named('Edit')] });
    expect(counts).toMatchObject({ system: undefined, tools: { added: ['Edit'], removed: ['Read'] } });
  });
});

describe('a break of the cache', () => {
  it('DIAG-2 is more than 2,000 tokens and more than 5 % of what could be read', () => {
    const left = (tokens: number) => ({
      inputTokens: 0,
      cacheReadTokens: tokens - 100,
      cacheCreation5mTokens: 100,
      cacheCreation1hTokens: 0,
    });
    const read = (tokens: number) => ({ ...left(200), inputTokens: 200_000, cacheReadTokens: tokens });
    expect(missedTokens(left(10_000), read(8_000))).toBeUndefined();
    expect(missedTokens(left(10_000), read(7_999))).toEqual({ possible: 10_000, missed: 2_001 });
    expect(missedTokens(left(100_000), read(95_000))).toBeUndefined();
    expect(missedTokens(left(100_000), read(94_999))).toEqual({ possible: 100_000, missed: 5_001 });
  });

  it('DIAG-2 is not told from what was not reported, nor counts tokens that are no longer sent', () => {
    const usage = { inputTokens: 0, cacheReadTokens: 0, cacheCreation5mTokens: 9_000, cacheCreation1hTokens: 0 };
    expect(missedTokens({ inputTokens: 9_000 }, usage)).toBeUndefined();
    expect(missedTokens(usage, { inputTokens: 9_000 })).toBeUndefined();
    expect(missedTokens(usage, { ...usage, cacheCreation5mTokens: 3_000 })).toEqual({ possible: 3_000, missed: 3_000 });
  });

  it('DIAG-6 costs what was billed less what a read costs, the classes in their order', () => {
    const usage = { inputTokens: 300, cacheReadTokens: 0, cacheCreation5mTokens: 4_000, cacheCreation1hTokens: 12_000 };
    const card = findModel('claude-opus-5-5') ?? {};
    // 12,000 × (8 − 0.2) + 4,000 × (5 − 0.2) + 100 × (4 − 0.2) dollars a million.
    expect(missedCost(usage, 16_100, card, {})).toBe(12_000 * 7_800 + 4_000 * 4_800 + 100 * 3_800);
    expect(missedCost(usage, 16_100, {}, {})).toBeUndefined();
  });
});

describe('an explanation', () => {
  it('DIAG-3 names every cause found, what stands first in the prefix first', () => {
    const before = { tools: [tool(1)], system: says('one'), messages: asked };
    const after = { tools: [tool(2)], system: says('two'), messages: asked, model: 'other' };
    expect(explained(before, after).causes).toEqual(['model_changed', 'tools_changed', 'system_prompt_changed']);
  });

  it('DIAG-4 takes a conversation that only goes on for no change', () => {
    const longer = [...turns([text(5, undefined, 'question')], [text(5)], [text(5, '5m')])];
    expect(explained({ messages: asked }, { messages: longer }).cause).toBe('likely_server_side');
  });

  it('DIAG-4 takes what stands behind the last entry for no cause', () => {
    const messages = (words: string) => turns([text(5, '5m', 'question'), text(5, undefined, words)]);
    expect(explained({ messages: messages('a') }, { messages: messages('b') }).cause).toBe('likely_server_side');
  });

  it('DIAG-5 says unknown, and what it knows, for the lookback', () => {
    const many = Array.from({ length: 21 }, (_, at) => text(1, at === 20 ? '5m' : undefined, `${at}`));
    const messages = turns([text(5, undefined, 'question')], [text(1)], many);
    expect(explained({ messages: asked }, { messages })).toMatchObject({
      cause: 'unknown',
      reason: 'lookback_exceeded',
    });
  });

  it('DIAG-7 judges: same tools in another order, volatile values and headers are waste, other words are not', () => {
    const [a, b] = [tool(1, undefined, 'a'), tool(1, undefined, 'b')];
    expect(explained({ tools: [a, b], messages: asked }, { tools: [b, a], messages: asked })).toMatchObject({
      kind: 'waste',
      place: { change: 'moved' },
    });
    expect(explained({ tools: [a], messages: asked }, { tools: [a, b], messages: asked }).kind).toBe('legitimate');
    const system = (words: string) => ({ system: says(words), messages: asked });
    expect(explained(system('It is 2026-11-21 09:41'), system('It is 2026-11-21 09:52'))).toMatchObject({
      kind: 'waste',
      why: expect.stringContaining('time of day'),
      place: { was: { changed: '41' }, now: { changed: '52' } },
    });
    expect(explained(system('Be brief'), system('Be kind')).kind).toBe('legitimate');
    const header = (cch: string) => system(`x-anthropic-billing-header: cc_version=1; cch=${cch};`);
    const keeps = { ...DEFAULT_RULES, stripsAttributionHeader: false };
    expect(explained(header('a'), header('b'), {}, keeps)).toMatchObject({
      cause: 'system_prompt_changed',
      kind: 'waste',
    });
    expect(explained(header('a'), header('b')).cause).toBe('likely_server_side');
    const about = (words: string) => system(`x-anthropic-billing-headers are ${words}.`);
    expect(explained(about('kept'), about('gone'))).toMatchObject({
      cause: 'system_prompt_changed',
      kind: 'legitimate',
    });
  });

  it('DIAG-7 calls an expiry within the hour waste, one after it legitimate', () => {
    const marked = turns([text(5, '5m', 'question')]);
    const explainedAfter = (gap: number) =>
      explained({ messages: marked }, { messages: marked }, {}, DEFAULT_RULES, gap);
    expect(explainedAfter(4 * MINUTE).cause).toBe('likely_server_side');
    expect(explainedAfter(5 * MINUTE)).toMatchObject({ cause: 'ttl_expired_5m', kind: 'waste' });
    expect(explainedAfter(60 * MINUTE)).toMatchObject({ cause: 'ttl_expired_5m', kind: 'legitimate' });
  });
});

describe('a snippet', () => {
  it('DIAG-10 shows what differs with the line around it, and never half a character', () => {
    expect(snippets('a\nNow: 09:41 sharp\nb', 'a\nNow: 09:52 sharp\nb')).toEqual({
      was: { before: 'Now: 09:', changed: '41', after: ' sharp' },
      now: { before: 'Now: 09:', changed: '52', after: ' sharp' },
    });
    expect(snippets('x🌊', 'x🌋')).toMatchObject({ was: { changed: '🌊' }, now: { changed: '🌋' } });
  });
});
