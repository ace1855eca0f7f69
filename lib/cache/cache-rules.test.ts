import { describe, expect, it } from 'vitest';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { type CacheRules, DEFAULT_RULES } from './cache-rules.ts';
import { sha256Hex } from './digest.ts';
import { type ChainOptions, prefixChain } from './prefix-chain.ts';
import {
  cacheSession,
  figures,
  syntheticCount,
  text,
  thinking,
  tool,
  toolResultParts,
  toolUse,
  turns,
} from './synthetic-request.ts';

const options = (more: Partial<ChainOptions> = {}, rules: Partial<CacheRules> = {}): ChainOptions => ({
  model: { minimumPrefixTokens: 1024, toolPromptTokens: { auto: 0, forced: 0 }, frameTokens: 0 },
  workspace: 'w',
  count: syntheticCount,
  digest: sha256Hex,
  rules: { ...DEFAULT_RULES, ...rules },
  ...more,
});
const request = (more: Partial<MessageCreateParamsBase>): MessageCreateParamsBase => ({
  model: 'synthetic',
  max_tokens: 1,
  messages: [],
  ...more,
});
const lastKey = (more: Partial<MessageCreateParamsBase>, each = options()) =>
  prefixChain(request(more), each).positions.at(-1)?.key;

describe('marks that stand elsewhere', () => {
  it('CACHE-21: automatic caching writes and reads like a mark on the last block, beside marks by hand', () => {
    const { send } = cacheSession(options());
    const system = [text(2000, '1h')];
    const said = (count: number) =>
      turns(...Array.from({ length: count }, (_, at) => [text(500, undefined, `#${at}`)]));
    const automatic = { cache_control: { type: 'ephemeral' } as const, system };
    expect(send({ ...automatic, messages: said(1) })).toEqual({
      inputTokens: 0,
      cacheReadTokens: 0,
      cacheCreation5mTokens: 500,
      cacheCreation1hTokens: 2000,
    });
    expect(figures(send({ ...automatic, messages: said(3) }, 1))).toEqual([0, 1000, 2500]);
    expect(figures(send({ system, messages: said(3) }, 2))).toEqual([1500, 0, 2000]);
  });

  it('CACHE-21: behind trailing thinking the entry ends at the block in front of it', () => {
    const { send } = cacheSession(options());
    const messages = turns([text(3000)], [thinking(200)]);
    expect(figures(send({ cache_control: { type: 'ephemeral' }, messages }))).toEqual([200, 3000, 0]);
  });

  it('CACHE-22: a mark on a part of a tool’s result acts at its end and is no part of any key (switch)', () => {
    const used = (marks: readonly ('5m' | '1h' | undefined)[]) => ({
      messages: turns([text(2000)], [toolUse(10, 'a')], [toolResultParts([400, 300], 'a', marks)]),
    });
    expect(lastKey(used(['5m', undefined]))).toBe(lastKey(used([undefined, undefined])));
    const { send } = cacheSession(options());
    expect(figures(send(used(['5m', undefined])))).toEqual([0, 2710, 0]);
    expect(figures(send(used([undefined, '5m']), 1))).toEqual([0, 0, 2710]);
    const ignoring = cacheSession(options({}, { nestedMarksAtBlockEnd: false }));
    expect(figures(ignoring.send(used(['5m', undefined])))).toEqual([2710, 0, 0]);
  });
});

describe('switches', () => {
  it('CACHE-23: web tools on or off keep what is cached of tools, wherever they stand (switch)', () => {
    const web = { type: 'web_search_20260209', name: 'web_search' } as const;
    const ask = (tools: MessageCreateParamsBase['tools'] & object) => ({
      tools,
      system: [text(2000, '5m')],
      messages: turns([text(10)]),
    });
    const play = (rules: Partial<CacheRules>) => {
      const { send } = cacheSession(options({}, rules));
      send(ask([tool(3000, '5m')]));
      return figures(send(ask([web, tool(3000, '5m')]), 1));
    };
    expect(play({})).toEqual([10, 2000, 3000]);
    expect(play({ webToolsBehindTools: false })).toEqual([10, 5000, 0]);
  });

  it('CACHE-24: models that forget their thinking lose the prefix from it on when the user goes on (switch)', () => {
    const forgets = { ...options().model, keepsOldThinking: false };
    const said = (...more: Parameters<typeof turns>) => ({
      cache_control: { type: 'ephemeral' } as const,
      messages: turns([text(2000)], [thinking(300), toolUse(10, 'a')], ...more),
    });
    const results = said([toolResultParts([100], 'a', [])]);
    const goesOn = said([toolResultParts([100], 'a', [])], [text(5)], [text(40)]);
    const play = (each: ChainOptions) => {
      const { send } = cacheSession(each);
      return [figures(send(results)), figures(send(goesOn, 1))];
    };
    expect(play(options())).toEqual([
      [0, 2410, 0],
      [0, 45, 2410],
    ]);
    expect(play(options({ model: forgets }))).toEqual([
      [0, 2410, 0],
      [0, 2155, 0],
    ]);
    expect(play(options({ model: forgets }, { stripsOldThinking: false }))[1]).toEqual([0, 45, 2410]);
  });

  it('CACHE-7: tool definitions and thinking are lookback positions, unless the switches say otherwise', () => {
    const slots = (rules: Partial<CacheRules>) =>
      prefixChain(
        request({
          tools: [tool(1, undefined, 'a'), tool(1, undefined, 'b')],
          messages: turns([text(1)], [thinking(1), text(1)]),
        }),
        options({}, rules),
      ).positions.map(({ slot }) => slot);
    expect(slots({})).toEqual([0, 1, 2, 3, 4]);
    expect(slots({ countsToolPositions: false })).toEqual([0, 0, 1, 2, 3]);
    expect(slots({ countsThinkingPositions: false })).toEqual([0, 1, 2, 2, 3]);
  });

  it('CACHE-4: betas and context management are in the key of the messages alone, in any order (switches)', () => {
    const ask = { system: [text(10)], messages: turns([text(10)]) };
    const managed = { ...ask, context_management: { edits: [] } };
    const system = { system: [text(10)] };
    const beta = (...betas: string[]) => options({ betas });
    expect(lastKey(system, beta('x'))).toBe(lastKey(system));
    expect(lastKey(ask, beta('x', 'y'))).toBe(lastKey(ask, beta('y', 'x', 'x')));
    expect(lastKey(ask, beta('x'))).not.toBe(lastKey(ask));
    expect(lastKey(ask, options({ betas: ['x'] }, { betasInKey: false }))).toBe(lastKey(ask));
    expect(lastKey(managed)).not.toBe(lastKey(ask));
    const off = options({}, { contextManagementInKey: false });
    expect(lastKey(managed, off)).toBe(lastKey(ask, off));
  });
});
