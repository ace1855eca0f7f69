import { describe, expect, it } from 'vitest';
import { findModel } from '@/lib/pricing/model-card.ts';
import { DEFAULT_RULES } from './cache-rules.ts';
import { applyOutcome, EMPTY_CACHE } from './cache-state.ts';
import { chainModel } from './chain-model.ts';
import { memoDigest, sha256Hex } from './digest.ts';
import { evaluateMessages } from './messages-policy.ts';
import { type ChainOptions, prefixChain } from './prefix-chain.ts';
import { step } from './step.ts';
import { cacheSession, figures, syntheticCount, text, turns } from './synthetic-request.ts';

const MINUTE = 60_000;
const OPTIONS: ChainOptions = {
  model: { minimumPrefixTokens: 1024, toolPromptTokens: { auto: 0, forced: 0 }, frameTokens: 0 },
  workspace: 'w',
  count: syntheticCount,
  digest: sha256Hex,
  rules: DEFAULT_RULES,
};
const request = (ttl: '5m' | '1h' = '5m') => ({ system: [text(2000, ttl)] });

describe('cache state', () => {
  it('CACHE-13: a refused request creates nothing, though its usage says so, and still refreshes what it read', () => {
    const { send } = cacheSession(OPTIONS);
    expect(figures(send(request(), 0, 'refused'))).toEqual([0, 2000, 0]);
    expect(figures(send(request(), 1))).toEqual([0, 2000, 0]);
    expect(figures(send(request(), 4 * MINUTE, 'refused'))).toEqual([0, 0, 2000]);
    expect(figures(send(request(), 8 * MINUTE))).toEqual([0, 0, 2000]);
  });

  it('CACHE-13: an entry can be read from the first byte of the first answer on', () => {
    const { send } = cacheSession(OPTIONS);
    send(request(), 0, 3000);
    expect(figures(send(request(), 2999, 1000))).toEqual([0, 2000, 0]);
    expect(figures(send(request(), 3000))).toEqual([0, 0, 2000]);
  });

  it('CACHE-13: of two in flight with different TTLs, the entry lasts as long as either', () => {
    for (const ttls of [
      ['5m', '1h'],
      ['1h', '5m'],
    ] as const) {
      const { send } = cacheSession(OPTIONS);
      send(request(ttls[0]), 0, 500);
      send(request(ttls[1]), 0, 900);
      expect(figures(send(request(), 30 * MINUTE))).toEqual([0, 0, 2000]);
    }
  });

  it('CACHE-11: a read refreshes every entry on its path, each at its own TTL', () => {
    const path = (mark?: '5m') => ({ system: [text(2000, '1h')], messages: turns([text(1500, mark)]) });
    const { send } = cacheSession(OPTIONS);
    send(path('5m'), 0);
    send(path('5m'), 4 * MINUTE);
    expect(figures(send(path('5m'), 8 * MINUTE))).toEqual([0, 0, 3500]);
    expect(figures(send(path('5m'), 67 * MINUTE))).toEqual([0, 1500, 2000]);
  });

  it('CACHE-12: an entry keeps its TTL, whatever the mark that hits it says', () => {
    const play = (first: '5m' | '1h', second: '5m' | '1h', later: number) => {
      const { send } = cacheSession(OPTIONS);
      send(request(first), 0);
      expect(figures(send(request(second), MINUTE))).toEqual([0, 0, 2000]);
      return figures(send(request(second), MINUTE + later));
    };
    expect(play('5m', '1h', 5 * MINUTE - 1)).toEqual([0, 0, 2000]);
    expect(play('5m', '1h', 5 * MINUTE)).toEqual([0, 2000, 0]);
    expect(play('1h', '5m', 60 * MINUTE - 1)).toEqual([0, 0, 2000]);
    expect(play('1h', '5m', 60 * MINUTE)).toEqual([0, 2000, 0]);
  });

  it('CACHE-17: a mark inside the cached prefix creates an entry of its own, unless the switch is off', () => {
    const system = (first?: '5m') => [text(2000, first), text(2000, '5m', 'second')];
    const play = (rules: Partial<typeof DEFAULT_RULES>) => {
      const { send } = cacheSession({ ...OPTIONS, rules: { ...DEFAULT_RULES, ...rules } });
      send({ system: system() }, 0);
      expect(figures(send({ system: system('5m') }, 1))).toEqual([0, 0, 4000]);
      return figures(send({ system: [text(2000, '5m'), text(2000, '5m', 'other')] }, 2));
    };
    expect(play({})).toEqual([0, 2000, 2000]);
    expect(play({ createsEntriesBehindHit: false })).toEqual([0, 4000, 0]);
  });

  it('CACHE-8: the window of an earlier mark is searched when that of the last one is exhausted', () => {
    const messages = (marks: readonly number[]) =>
      turns(...Array.from({ length: 45 }, (_, at) => [text(100, marks.includes(at) ? '5m' : undefined, `#${at}`)]));
    const { send } = cacheSession(OPTIONS);
    send({ messages: messages([15]).slice(0, 16) });
    expect(figures(send({ messages: messages([34, 44]) }, 1))).toEqual([0, 2900, 1600]);
    const far = cacheSession(OPTIONS);
    far.send({ messages: messages([14]).slice(0, 15) });
    expect(figures(far.send({ messages: messages([34, 44]) }, 1))).toEqual([0, 4500, 0]);
  });

  it('CACHE-9: a mark below the minimum neither creates nor reads, and does not hinder a later one', () => {
    const { send } = cacheSession(OPTIONS);
    const both = { system: [text(1023, '5m'), text(1000, '5m')] };
    expect(figures(send({ system: [text(1023, '5m')] }))).toEqual([1023, 0, 0]);
    expect(figures(send(both))).toEqual([0, 2023, 0]);
    expect(figures(send({ system: [text(1023, '5m'), text(1000, '5m', 'other')] }))).toEqual([0, 2023, 0]);
    expect(figures(send({ system: [text(1024, '5m')] }))).toEqual([0, 1024, 0]);
  });

  it('CACHE-14: every block is told what became of it, and the states add up to the usage', () => {
    const whole = (extra: object) => ({ model: 'synthetic', max_tokens: 1, messages: [], ...extra });
    const warm = whole({ system: [text(2000, '1h')] });
    const next = whole({ system: [text(2000, '1h'), text(300, '1h')], messages: turns([text(40, '5m')], [text(5)]) });
    const { state } = step(EMPTY_CACHE, warm, 0, OPTIONS);
    const { outcome } = step(state, next, 1, OPTIONS);
    expect(outcome.blocks).toEqual([
      { path: 'system.0', tokens: 2000, state: 'read' },
      { path: 'system.1', tokens: 300, state: 'creation-1h' },
      { path: 'messages.0.content.0', tokens: 40, state: 'creation-5m' },
      { path: 'messages.1.content.0', tokens: 5, state: 'uncached' },
    ]);
    expect(outcome.hit?.path).toBe('system.0');
    expect(outcome.usage).toEqual({
      inputTokens: 5,
      cacheReadTokens: 2000,
      cacheCreation5mTokens: 40,
      cacheCreation1hTokens: 300,
    });
  });

  it('CACHE-11: what has run out is dropped from the state', () => {
    const chain = prefixChain({ model: 'synthetic', max_tokens: 1, messages: [], ...request() }, OPTIONS);
    const outcome = evaluateMessages(chain, () => undefined, 0, DEFAULT_RULES);
    const state = applyOutcome(EMPTY_CACHE, outcome, 0, 0);
    const nothing = { ...outcome, created: [], refreshed: [] };
    expect(applyOutcome(state, nothing, 5 * MINUTE - 1, 0).size).toBe(1);
    expect(applyOutcome(state, nothing, 5 * MINUTE, 0).size).toBe(0);
    expect(applyOutcome(EMPTY_CACHE, outcome, 0, undefined).size).toBe(0);
    expect(EMPTY_CACHE.size).toBe(0);
  });
});

describe('digests and models', () => {
  it('CACHE-18: keys are SHA-256; a digest that remembers hashes only the paragraphs that are new', () => {
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(sha256Hex('naïve 😀')).toMatch(/^[0-9a-f]{64}$/);
    const hashed: string[] = [];
    const memo = memoDigest((words) => {
      hashed.push(words);
      return sha256Hex(words);
    });
    const paragraph = (word: string) => `${word} `.repeat(80);
    const before = [paragraph('one'), paragraph('two'), paragraph('three')].join('\n\n');
    const after = before.replace('two', 'TWO');
    expect(memo(before)).toBe(memo(before));
    hashed.length = 0;
    expect(memo(after)).not.toBe(memo(before));
    expect(hashed.filter((words) => words.includes('one one'))).toEqual([]);
    expect(hashed.filter((words) => words.includes('TWO'))).toHaveLength(1);
  });

  it('CACHE-18: of a long text, an edit hashes its paragraph and a few groups again; one paragraph more is another digest', () => {
    let characters = 0;
    const memo = memoDigest((words) => {
      characters += words.length;
      return sha256Hex(words);
    });
    const paragraphs = Array.from({ length: 300 }, (_, index) => `${index} `.repeat(100));
    const digests = paragraphs.map((_, index) => memo(paragraphs.slice(0, index + 1).join('\n\n')));
    expect(new Set(digests).size).toBe(300);
    characters = 0;
    expect(digests).not.toContain(memo(paragraphs.with(20, 'x '.repeat(200)).join('\n\n')));
    expect(characters).toBeLessThan(4000);
  });

  it('CACHE-19: a model’s minimum and tool prompt come from its card; an unknown one is assumed to be common', () => {
    expect(chainModel(findModel('claude-opus-5-5'), 7)).toEqual({
      minimumPrefixTokens: 512,
      toolPromptTokens: { auto: 286, forced: 286 },
      frameTokens: 7,
      keepsOldThinking: true,
    });
    expect(chainModel(findModel('claude-opus-4-6'), 0)).toMatchObject({
      minimumPrefixTokens: 4096,
      toolPromptTokens: { auto: 497, forced: 589 },
    });
    expect(chainModel(findModel('claude-haiku-4-5'), 0).keepsOldThinking).toBe(false);
    expect(chainModel(undefined, 0)).toMatchObject({
      keepsOldThinking: true,
      minimumPrefixTokens: 1024,
      toolPromptTokens: { auto: 286, forced: 286 },
    });
  });
});
