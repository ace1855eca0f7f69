import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { sha256Hex } from '@/lib/cache/digest.ts';
import { messagesPolicy } from '@/lib/cache/messages-cache.ts';
import { type PrefixChain, prefixChain } from '@/lib/cache/prefix-chain.ts';
import { requestFaults } from '@/lib/request/validate-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { hiddenTokens } from '@/lib/store/analysis/hidden-tokens.ts';
import { countedBlocks, exactFigures, prefixRequests, probesFor } from './exact-counts.ts';
import { ownTokens, providerCount } from './exact-sample.ts';

const MARK = { type: 'ephemeral' } as const;
const tool = (name: string) => ({ name, description: `Does ${name}.`, input_schema: { type: 'object' as const } });

const REQUEST: MessageCreateParamsBase = {
  model: 'claude-opus-5-5',
  max_tokens: 100,
  tools: [tool('Read'), { ...tool('Later'), defer_loading: true }, { ...tool('Write'), cache_control: MARK }],
  system: [
    { type: 'text', text: 'You are an agent.', cache_control: MARK },
    { type: 'text', text: 'Be brief.' },
  ],
  messages: [
    { role: 'user', content: [{ type: 'text', text: 'Some context.' }] },
    { role: 'user', content: 'What is in a.ts and b.ts?' },
    { role: 'assistant', content: 'Let me see.' },
    { role: 'user', content: [{ type: 'text', text: 'Go on.', cache_control: MARK }] },
  ],
};

const call = (id: string) => ({ type: 'tool_use' as const, id, name: 'Read', input: {} });
const result = (id: string) => ({ type: 'tool_result' as const, tool_use_id: id, content: `of ${id}` });

const WITH_CALLS: MessageCreateParamsBase = {
  ...REQUEST,
  messages: [
    { role: 'user', content: 'What is in a.ts and b.ts?' },
    { role: 'assistant', content: [{ type: 'text', text: 'Let me see.' }, call('a'), call('b')] },
    { role: 'user', content: [result('a'), result('b'), { type: 'text', text: 'Well?' }] },
    { role: 'assistant', content: 'Two files.' },
    { role: 'user', content: 'Which?' },
  ],
};

const MODEL = { minimumPrefixTokens: 512, toolPromptTokens: { auto: 286, forced: 406 }, frameTokens: 7 };
const chainOf = (request: MessageCreateParamsBase, count: (text: string) => number = () => 0): PrefixChain =>
  prefixChain(request, { model: MODEL, workspace: '', count, digest: sha256Hex, rules: DEFAULT_RULES });

function plan(request: MessageCreateParamsBase) {
  const chain = chainOf(request);
  const blocks = countedBlocks(request, chain, hiddenTokens(request, MODEL, messagesPolicy(DEFAULT_RULES)));
  const probes = (answers = new Map<string, number>()) => probesFor(blocks, request.model, answers);
  const answers = new Map(probes().map((probe) => [probe.key, providerCount(probe.request())]));
  return { chain, blocks, probes, answers, figures: exactFigures(blocks, request.model, answers) };
}

describe('the prefixes of a request', () => {
  it.each([
    ['text alone', REQUEST],
    ['calls and results', WITH_CALLS],
    ['no tools and no system prompt', { model: 'm', max_tokens: 1, messages: REQUEST.messages }],
  ])('TOKEN-40 are valid requests without marks: %s', (_, request) => {
    for (const prefix of prefixRequests(request, chainOf(request))) {
      if (!prefix) continue;
      const made = prefix.request();
      expect(requestFaults(made, { prefill: false }), JSON.stringify(made)).toEqual([]);
      expect(JSON.stringify(made)).not.toContain('cache_control');
      expect(made.messages.at(-1)?.role).toBe('user');
    }
  });

  it('TOKEN-40 grow by a block each, tools first, deferred ones only behind them', () => {
    const made = prefixRequests(REQUEST, chainOf(REQUEST)).map((prefix) => prefix?.request());
    expect(made.map((each) => [each?.tools?.length, each?.system?.length, each?.messages.length])).toEqual([
      [1, undefined, 1],
      [2, undefined, 1],
      [3, 1, 1],
      [3, 2, 1],
      [3, 2, 1],
      [3, 2, 2],
      [3, 2, 4],
      [3, 2, 4],
    ]);
  });

  it('TOKEN-41 do not end with a call, nor with a result while another is missing', () => {
    const paths = chainOf(WITH_CALLS).positions.map(({ path }) => path);
    const without = prefixRequests(WITH_CALLS, chainOf(WITH_CALLS)).flatMap((prefix, index) =>
      prefix ? [] : [paths[index]],
    );
    expect(without).toEqual(['messages.1.content.1', 'messages.1.content.2', 'messages.2.content.0']);
  });

  it('TOKEN-40 leave out the attribution header, which the provider drops', () => {
    const header = { type: 'text' as const, text: 'x-anthropic-billing-header: cc_version=2; n=1;' };
    const request = { ...REQUEST, system: [header, ...(REQUEST.system as never[])] };
    const made = prefixRequests(request, chainOf(request));
    expect(made).toHaveLength(8);
    expect(JSON.stringify(made.map((each) => each?.request()))).not.toContain('billing');
  });
});

describe('exact figures', () => {
  it("TOKEN-42 are the provider's own for each block, the hidden prompt and the frame apart", () => {
    const { figures } = plan(REQUEST);
    for (const text of ['You are an agent.', 'Be brief.', 'Some context.']) {
      expect(figures.get(text), text).toBe(ownTokens(text));
    }
    // A later message has a frame of its own, which belongs to its first block.
    for (const text of ['What is in a.ts and b.ts?', 'Let me see.', 'Go on.']) {
      expect(figures.get(text), text).toBe(ownTokens(text) + 4);
    }
    expect([...figures.keys()].filter((text) => text.startsWith('{'))).toHaveLength(2);
  });

  it('TOKEN-42 make the chain add up to what the provider says of the whole request', () => {
    const { figures } = plan(REQUEST);
    expect(chainOf(REQUEST, (text) => figures.get(text) ?? Number.NaN).totalTokens).toBe(
      providerCount({ ...REQUEST, tools: REQUEST.tools?.filter((_, index) => index !== 1) ?? [] }),
    );
  });

  it('TOKEN-41 are not given for what only a group has a figure of', () => {
    const { figures } = plan(WITH_CALLS);
    expect(figures.get('Let me see.')).toBe(ownTokens('Let me see.') + 4);
    expect(figures.get('Well?')).toBe(ownTokens('Well?'));
    expect(['of a', 'of b'].map((text) => figures.get(text))).toEqual([undefined, undefined]);
  });

  it('TOKEN-42 come from no answer that is missing, and from no difference below 0', () => {
    const { blocks, answers } = plan(REQUEST);
    expect(exactFigures(blocks, REQUEST.model, new Map()).size).toBe(0);
    const last = blocks.at(-1);
    const shrunk = new Map([...answers, [last?.upTo.key ?? '', 1] as const]);
    expect(exactFigures(blocks, REQUEST.model, shrunk).has('Go on.')).toBe(false);
  });

  it('TOKEN-44 are asked for once each: only what has no answer, and a stand-in only where one is needed', () => {
    const { probes, answers, blocks } = plan(REQUEST);
    expect(probes()).toHaveLength(8 + 2);
    expect(probes(answers)).toEqual([]);
    const last = blocks.slice(-1);
    const forLast = probesFor(last, REQUEST.model, new Map()).map(({ key }) => key.split('\n')[0]);
    expect(forLast).toEqual(['stand-in', 'stand-ins', 'prefix', 'prefix']);
    const first = blocks.filter(({ text }) => text === 'What is in a.ts and b.ts?');
    expect(probesFor(first, REQUEST.model, new Map())).toHaveLength(2);
  });
});
