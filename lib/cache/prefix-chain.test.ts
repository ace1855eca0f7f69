import { describe, expect, it } from 'vitest';
import { HEADER_PREFIX } from '@/lib/prompt/system-prompt.ts';
import type { ContentBlockParam, MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { type CacheRules, DEFAULT_RULES } from './cache-rules.ts';
import { type Digest, sha256Hex } from './digest.ts';
import { type ChainOptions, type PrefixChain, prefixChain } from './prefix-chain.ts';
import { syntheticCount, text, tool, toolResult, toolUse, turns } from './synthetic-request.ts';

const BASE: MessageCreateParamsBase = {
  model: 'synthetic',
  max_tokens: 1,
  tools: [tool(1000, '5m'), tool(500, undefined, 'second')],
  system: [text(2000, '1h', 'rules')],
  messages: turns([text(30, undefined, 'hello')]),
};

function chain(
  request: Partial<MessageCreateParamsBase> = {},
  rules: Partial<CacheRules> = {},
  workspace = 'w',
  more: Partial<ChainOptions> = {},
): PrefixChain {
  return prefixChain(
    { ...BASE, ...request },
    {
      model: { minimumPrefixTokens: 1024, toolPromptTokens: { auto: 286, forced: 406 }, frameTokens: 7 },
      workspace,
      count: syntheticCount,
      digest: sha256Hex,
      rules: { ...DEFAULT_RULES, ...rules },
      ...more,
    },
  );
}

const keys = ({ positions }: PrefixChain) => positions.map(({ key }) => key);

/** The levels whose keys differ. */
function changed(left: PrefixChain, right: PrefixChain): string[] {
  const differs = left.positions.filter(({ key }, at) => key !== right.positions[at]?.key);
  return [...new Set(differs.map(({ level }) => level))];
}

describe('prefixChain', () => {
  it('CACHE-1: lists blocks in prefix order, each with the tokens up to its end', () => {
    const { positions, totalTokens } = chain();
    expect(positions.map(({ path, level, end, breakpoint }) => [path, level, end, breakpoint])).toEqual([
      ['tools.0', 'tools', 1000, '5m'],
      ['tools.1', 'tools', 1500, undefined],
      ['system.0', 'system', 3786, '1h'],
      ['messages.0.content.0', 'messages', 3823, undefined],
    ]);
    expect(totalTokens).toBe(3823);
  });

  it('CACHE-1: a block behind the same prefix as before keeps its link; behind another, or said by another, it gets a new one', () => {
    const links = new WeakMap();
    const said: ContentBlockParam[] = [text(30, undefined, 'hello')];
    const requests: Partial<MessageCreateParamsBase>[] = [
      { messages: [{ role: 'user', content: said }] },
      { messages: [{ role: 'assistant', content: said }] },
      { messages: [{ role: 'user', content: said }], system: [] },
      { messages: [{ role: 'user', content: said }] },
    ];
    for (const request of requests) expect(chain(request, {}, 'w', { links })).toEqual(chain(request));
    const [request = {}] = requests;
    const digested: string[] = [];
    const digest: Digest = (words) => {
      digested.push(words);
      return sha256Hex(words);
    };
    expect(chain(request, {}, 'w', { links, digest })).toEqual(chain(request));
    const contentOf = (words: string) => digested.some((each) => each.endsWith(words));
    expect([contentOf('hello'), digested.length]).toEqual([false, 3]);
    expect(chain({ ...request, system: [] }, {}, 'w', { links, digest })).toEqual(chain({ ...request, system: [] }));
    expect(contentOf('hello')).toBe(false);
    expect(chain(request, {}, 'other', { links })).toEqual(chain(request, {}, 'other'));
  });

  it('CACHE-16: hidden tokens stand behind the tools and in front of the messages', () => {
    expect(chain({ tools: [] }).positions.map(({ end }) => end)).toEqual([2000, 2037]);
    expect(chain({ system: [] }).positions.map(({ end }) => end)).toEqual([1000, 1500, 1823]);
    for (const tool_choice of [{ type: 'any' }, { type: 'tool', name: 'tool' }] as const)
      expect(chain({ tool_choice }).positions.map(({ end }) => end)).toEqual([1000, 1500, 3786, 3943]);
    expect(chain({ tool_choice: { type: 'any' }, tools: [] }).totalTokens).toBe(2037);
  });

  it('CACHE-5: another workspace or model shares no key; the order of JSON keys counts', () => {
    expect(changed(chain(), chain({}, {}, 'other'))).toEqual(['tools', 'system', 'messages']);
    expect(changed(chain(), chain({ model: 'other' }))).toEqual(['tools', 'system', 'messages']);
    const schema = (properties: object) => [{ name: 'tool', input_schema: { type: 'object', properties } as const }];
    expect(changed(chain({ tools: schema({ a: {}, b: {} }) }), chain({ tools: schema({ b: {}, a: {} }) }))).toContain(
      'tools',
    );
    expect(keys(chain({ max_tokens: 64 }))).toEqual(keys(chain()));
    expect(keys(chain({ system: `${text(2000, undefined, 'rules').text}` }))).toEqual(keys(chain()));
  });

  it.each<[string, Partial<MessageCreateParamsBase>, string[]]>([
    ['tool_choice', { tool_choice: { type: 'none' } }, ['messages']],
    ['disable_parallel_tool_use', { tool_choice: { type: 'auto', disable_parallel_tool_use: true } }, ['messages']],
    ['thinking', { thinking: { type: 'enabled', budget_tokens: 2048 } }, ['messages']],
    ['effort', { output_config: { effort: 'low' } }, ['messages']],
    ['format', { output_config: { format: { type: 'json_schema', schema: {} } } }, ['messages']],
    ['speed', { speed: 'fast' }, ['system', 'messages']],
    ['tool_choice auto, said aloud', { tool_choice: { type: 'auto' } }, []],
    ['thinking disabled, said aloud', { thinking: { type: 'disabled' } }, []],
    ['effort high, said aloud', { output_config: { effort: 'high' } }, []],
    ['speed standard, said aloud', { speed: 'standard' }, []],
    ['thinking null', { thinking: null } as unknown as Partial<MessageCreateParamsBase>, []],
  ])('CACHE-4: %s changes the keys of its level and of those behind it', (_, change, levels) => {
    expect(changed(chain(), chain(change))).toEqual(levels);
  });

  it('CACHE-4: a forced tool is one key with and without parallel use said aloud; another name, or one call at a time, is another', () => {
    const forced = (more: object) => chain({ tool_choice: { type: 'tool', name: 'tool', ...more } });
    expect(keys(forced({ disable_parallel_tool_use: false }))).toEqual(keys(forced({})));
    expect(changed(forced({ disable_parallel_tool_use: true }), forced({}))).toEqual(['messages']);
    expect(changed(forced({ name: 'second' }), forced({}))).toEqual(['messages']);
  });

  it('CACHE-4: a server tool, a citation and an image change their level as well', () => {
    const search = { type: 'web_search_20250305', name: 'web_search' } as const;
    const withContent = (...content: ContentBlockParam[]) => ({ messages: [...BASE.messages, ...turns(content)] });
    const image = { type: 'image', source: { type: 'url', url: 'https://x/a.png' } } as const;
    const paper = (enabled: boolean) =>
      ({
        type: 'document',
        source: { type: 'text', media_type: 'text/plain', data: '' },
        citations: { enabled },
      }) as const;
    const first = ({ positions }: PrefixChain) => positions.slice(0, 4);
    const firstChanged = (change: Partial<MessageCreateParamsBase>) =>
      changed({ ...chain(), positions: first(chain()) }, { ...chain(), positions: first(chain(change)) });
    expect(firstChanged(withContent(text(1)))).toEqual([]);
    expect(firstChanged(withContent(image))).toEqual(['messages']);
    expect(firstChanged(withContent({ type: 'tool_result', tool_use_id: 'a', content: [image] }))).toEqual([
      'messages',
    ]);
    expect(firstChanged(withContent(paper(true)))).toEqual(['system', 'messages']);
    expect(firstChanged(withContent(paper(false)))).toEqual([]);
    const resultWith = (enabled: boolean): ContentBlockParam => ({
      type: 'tool_result',
      tool_use_id: 'a',
      content: [text(1), paper(enabled)],
    });
    expect(firstChanged(withContent(resultWith(true)))).toEqual(['system', 'messages']);
    expect(firstChanged(withContent(resultWith(false)))).toEqual([]);
    // Deferred, so that only what it switches on is seen.
    expect(firstChanged({ tools: [...(BASE.tools ?? []), { ...search, defer_loading: true }] })).toEqual([
      'system',
      'messages',
    ]);
  });

  it('CACHE-4: a level without blocks still puts its parameters in', () => {
    expect(changed(chain({ system: [] }), chain({ system: [], speed: 'fast' }))).toEqual(['messages']);
    expect(changed(chain({ system: [], tools: [] }), chain({ system: [], tools: [], speed: 'fast' }))).toEqual([
      'messages',
    ]);
  });

  it('CACHE-4: the switches for what is in conflict or unknown', () => {
    expect(changed(chain({}, { speedInKey: false }), chain({ speed: 'fast' }, { speedInKey: false }))).toEqual([]);
    const config = { output_config: { effort: 'low' } } as const;
    expect(
      changed(chain({}, { configFirstModels: ['synthetic'] }), chain(config, { configFirstModels: ['synthetic'] })),
    ).toEqual(['tools', 'system', 'messages']);
  });

  it('CACHE-6: deferred tools and the attribution header are not in the prefix', () => {
    const deferred = { ...tool(9000, undefined, 'late'), defer_loading: true } as ReturnType<typeof tool>;
    expect(keys(chain({ tools: [...(BASE.tools ?? []), deferred] }))).toEqual(keys(chain()));
    const header = { type: 'text', text: `${HEADER_PREFIX}: n=40` } as const;
    const system = [header, ...(BASE.system as [])];
    expect(keys(chain({ system }))).toEqual(keys(chain()));
    expect(chain({ system }).totalTokens).toBe(chain().totalTokens);
    const elsewhere = chain({ system }, { stripsAttributionHeader: false });
    expect(elsewhere.totalTokens).toBe(chain().totalTokens + 40);
    expect(changed(elsewhere, chain({}, { stripsAttributionHeader: false }))).toEqual(['system', 'messages']);
    expect(chain({ system: [...(BASE.system as []), header] }).totalTokens).toBe(chain().totalTokens + 40);
    const explained = { type: 'text', text: `${HEADER_PREFIX}s are explained: n=40` } as const;
    expect(chain({ system: [explained, ...(BASE.system as [])] }).totalTokens).toBe(chain().totalTokens + 40);
  });

  it('CACHE-7: a run of calls, or of results, is one position', () => {
    const messages = turns(
      [text(1)],
      [text(1), toolUse(1, 'a'), toolUse(1, 'b')],
      [toolResult(1, 'a'), toolResult(1, 'b'), text(1)],
      [toolUse(1, 'c')],
    );
    const slots = (rules: Partial<CacheRules>) =>
      chain({ tools: [], system: [], messages }, rules).positions.map(({ slot }) => slot);
    expect(slots({})).toEqual([0, 1, 2, 2, 3, 3, 4, 5]);
    expect(slots({ collapsesToolRuns: false })).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('CACHE-20: an image is 1,600 tokens, in a tool’s result too', () => {
    const image = { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'n=99999' } } as const;
    const tokensOf = (block: ContentBlockParam) =>
      chain({ tools: [], system: [], messages: [{ role: 'user', content: [text(0), block] }] }).positions[1]?.tokens;
    expect(tokensOf(image)).toBe(1600);
    const result = (content: (typeof image | ReturnType<typeof text>)[]) =>
      tokensOf({ type: 'tool_result', tool_use_id: 'a', content });
    expect(result([text(20), image, text(3), image])).toBe(3223);
    expect(result([text(20)])).toBe(20);
    expect(tokensOf({ type: 'tool_result', tool_use_id: 'a' })).toBe(0);
    expect(tokensOf({ type: 'thinking', thinking: 'n=12', signature: 'n=5' })).toBe(12);
  });
});
