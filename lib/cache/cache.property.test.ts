import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakpointViolations } from '@/lib/request/breakpoints.ts';
import { flattenRequest, ttlOf } from '@/lib/request/flatten-request.ts';
import type { ContentBlockParam, MessageCreateParamsBase, TextBlockParam, ToolUnion } from '@/lib/request/wire.ts';
import { totalInputTokens } from '@/lib/usage/usage.ts';
import { DEFAULT_RULES } from './cache-rules.ts';
import { type NaiveCache, type NaiveModel, naiveSend } from './naive-model.ts';
import { type ChainOptions, prefixChain } from './prefix-chain.ts';
import {
  cacheSession,
  syntheticCount,
  text,
  thinking,
  tool,
  toolResult,
  toolResultParts,
  toolUse,
} from './synthetic-request.ts';

/** More runs on demand: STRATA_RUNS=100000. */
const RUNS = Number(process.env['STRATA_RUNS'] ?? 10_000);
const MINUTE = 60_000;

const FORGETFUL = 'forgetful';
const NAIVE: NaiveModel = {
  minimum: 1024,
  toolPrompt: 30,
  forcedToolPrompt: 40,
  frame: 7,
  forgetful: [FORGETFUL],
  count: syntheticCount,
};
const OPTIONS: ChainOptions = {
  model: { minimumPrefixTokens: 1024, toolPromptTokens: { auto: 30, forced: 40 }, frameTokens: 7 },
  workspace: 'w',
  count: syntheticCount,
  digest: (words) => createHash('sha256').update(words).digest('hex'),
  rules: DEFAULT_RULES,
  links: new WeakMap(),
};

const FORGETS: ChainOptions = { ...OPTIONS, model: { ...OPTIONS.model, keepsOldThinking: false } };
const optionsFor = (request: MessageCreateParamsBase) => (request.model === FORGETFUL ? FORGETS : OPTIONS);

type Mark = '5m' | '1h';
type Level = 'tools' | 'system' | 'messages';

const at = fc.nat(60);
const tokens = fc.constantFrom(0, 10, 300, 600, 1500);

const nestedMark = fc.constantFrom<Mark | undefined>(undefined, '5m', '1h');

/** What happens to a request between sends. */
const command = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('say' as const), tokens }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('use-tools' as const), calls: fc.integer({ min: 1, max: 12 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('add' as const),
      level: fc.constantFrom<Level>('tools', 'system'),
      tokens,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('edit' as const), at, tokens }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('remove' as const), at }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('mark' as const), at, ttl: fc.constantFrom<Mark>('5m', '1h') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('mark-last' as const), ttl: fc.constantFrom<Mark>('5m', '1h') }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('unmark' as const), at }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('image' as const) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('think' as const), tokens }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('web-search' as const), at }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('use-marked-parts' as const),
      tokens,
      marks: fc.tuple(nestedMark, nestedMark),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('automatic' as const), ttl: fc.constantFrom('5m', '1h', 'off') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('change' as const),
      change: fc.constantFrom<Partial<MessageCreateParamsBase>>(
        { speed: 'fast' },
        { context_management: { edits: [] } } as Partial<MessageCreateParamsBase>,
        { context_management: undefined } as Partial<MessageCreateParamsBase>,
        { speed: 'standard' },
        { tool_choice: { type: 'any' } },
        { tool_choice: { type: 'auto', disable_parallel_tool_use: true } },
        { tool_choice: { type: 'auto' } },
        { thinking: { type: 'enabled', budget_tokens: 4000 } },
        { thinking: { type: 'disabled' } },
        { output_config: { effort: 'low' } },
        { output_config: { effort: 'high' } },
        { model: 'another' },
        { model: FORGETFUL },
        { model: 'synthetic' },
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('wait' as const),
      milliseconds: fc.constantFrom(1, 20_000, 4 * MINUTE, 5 * MINUTE - 1, 5 * MINUTE, 59 * MINUTE, 60 * MINUTE),
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      type: fc.constant('send' as const),
      delay: fc.constantFrom(0, 0, 0, 30_000, 60_000, 'refused' as const),
    }),
  },
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

interface Item {
  readonly level: Level;
  readonly role: 'user' | 'assistant';
  readonly block: ToolUnion | ContentBlockParam;
}

/** A request under construction: items in prefix order, and parameters. */
interface Draft {
  readonly items: readonly Item[];
  readonly parameters: Partial<MessageCreateParamsBase>;
}

const unmarked = <T extends object>(block: T): T => ({ ...block, cache_control: undefined });

function apply(draft: Draft, step: Exclude<Command, { type: 'send' | 'wait' }>, number: number): Draft {
  const { items } = draft;
  const withItems = (next: readonly Item[]): Draft => ({ ...draft, items: next });
  const index = 'at' in step ? step.at % items.length : items.length - 1;
  const item = items[index] as Item;
  const said = (role: Item['role'], block: ContentBlockParam): Item => ({ level: 'messages', role, block });
  const withBlock = (block: Item['block']) => withItems(items.with(index, { ...item, block }));
  switch (step.type) {
    case 'say':
      return withItems([
        ...items,
        said(item.role === 'user' ? 'assistant' : 'user', text(step.tokens, undefined, `#${number}`)),
      ]);
    case 'use-tools': {
      const ids = Array.from({ length: step.calls }, (_, call) => `${number}-${call}`);
      const calls = ids.map((id) => said('assistant', toolUse(20, id)));
      return withItems([...items, ...calls, ...ids.map((id) => said('user', toolResult(90, id)))]);
    }
    case 'add': {
      const block =
        step.level === 'tools'
          ? tool(step.tokens, undefined, `t${number}`)
          : text(step.tokens, undefined, `#${number}`);
      const place = items.findIndex(({ level }) => level !== 'tools' && level !== step.level);
      return withItems(items.toSpliced(place, 0, { level: step.level, role: 'user', block: block as Item['block'] }));
    }
    case 'edit':
      return withBlock(
        item.level === 'tools'
          ? tool(step.tokens, undefined, `e${number}`)
          : text(step.tokens, undefined, `e${number}`),
      );
    case 'remove':
      return items.filter(({ level }) => level === 'messages').length > 1 || item.level !== 'messages'
        ? withItems(items.toSpliced(index, 1))
        : draft;
    case 'mark':
    case 'mark-last':
      return withBlock({ ...item.block, cache_control: { type: 'ephemeral', ttl: step.ttl } } as Item['block']);
    case 'unmark':
      return withBlock(unmarked(item.block));
    case 'image':
      return withItems([
        ...items,
        said('user', { type: 'image', source: { type: 'url', url: `https://x/${number}` } }),
      ]);
    case 'think':
      return withItems([...items, said('assistant', thinking(step.tokens, `#${number}`))]);
    case 'web-search': {
      const web: ToolUnion = { type: 'web_search_20260209', name: 'web_search' };
      const without = items.filter(({ block }) => block.type !== 'web_search_20260209');
      if (without.length < items.length) return withItems(without);
      const tools = items.filter(({ level }) => level === 'tools').length;
      return withItems(items.toSpliced(step.at % (tools + 1), 0, { level: 'tools', role: 'user', block: web }));
    }
    case 'use-marked-parts':
      return withItems([
        ...items,
        said('assistant', toolUse(20, `${number}`)),
        said('user', toolResultParts([step.tokens, 50], `${number}`, step.marks)),
      ]);
    case 'automatic': {
      const cache_control = step.ttl === 'off' ? null : { type: 'ephemeral' as const, ttl: step.ttl };
      return { ...draft, parameters: { ...draft.parameters, cache_control } };
    }
    case 'change':
      return { ...draft, parameters: { ...draft.parameters, ...step.change } };
  }
}

/** The request of a draft, its marks made legal: taken off from the front until the provider would take them. */
function requestOf({ items, parameters }: Draft): MessageCreateParamsBase {
  const kept = items.map((item) => (isThought(item.block) ? { ...item, block: unmarked(item.block) } : item));
  for (let from = 0; ; from += 1) {
    const request = built(kept, parameters);
    if (breakpointViolations(flattenRequest(request), ttlOf(request.cache_control)).length === 0) return request;
    const item = kept[from];
    if (!item) return { ...request, cache_control: null };
    kept[from] = { ...item, block: unmarkedDeep(item.block) };
  }
}

const isThought = ({ type }: Item['block']) => type === 'thinking';

function unmarkedDeep(block: Item['block']): Item['block'] {
  if (block.type !== 'tool_result' || !Array.isArray(block.content)) return unmarked(block);
  return { ...unmarked(block), content: block.content.map(unmarked) };
}

function built(items: readonly Item[], parameters: Draft['parameters']): MessageCreateParamsBase {
  const at = (level: Level) => items.filter((item) => item.level === level);
  return {
    model: 'synthetic',
    max_tokens: 1,
    ...parameters,
    tools: at('tools').map(({ block }) => block as ToolUnion),
    system: at('system').map(({ block }) => block as TextBlockParam),
    messages: at('messages').map(({ role, block }) => ({ role, content: [block as ContentBlockParam] })),
  };
}

const START: Draft = {
  items: [{ level: 'messages', role: 'user', block: text(600, undefined, 'hello') }],
  parameters: {},
};

/** Plays commands on both models and hands each send's usages to `see`. */
function play(
  commands: readonly Command[],
  see: (request: MessageCreateParamsBase, ours: object, naive: object) => void,
): void {
  const keeping = cacheSession(OPTIONS);
  const forgetful = cacheSession(FORGETS);
  let naive: NaiveCache = [];
  let draft = START;
  let now = 0;
  for (const [number, step] of commands.entries()) {
    if (step.type === 'wait') now += step.milliseconds;
    else if (step.type !== 'send') draft = apply(draft, step, number);
    else {
      const request = requestOf(draft);
      const session = request.model === FORGETFUL ? forgetful : keeping;
      const expected = naiveSend(naive, request, now, step.delay === 'refused' ? undefined : now + step.delay, NAIVE);
      naive = expected.cache;
      see(request, session.send(request, now, step.delay), expected.usage);
    }
  }
}

const commands = fc.array(command, { minLength: 6, maxLength: 45, size: 'max' });

describe('cache model', () => {
  it(
    'CACHE-1, CACHE-15: agrees with a naive model of the rules under any commands, and its parts add up to the total',
    () => {
      const seen = { sends: 0, read: 0, short: 0, long: 0, mixed: 0, plain: 0 };
      fc.assert(
        fc.property(commands, (steps) => {
          play(steps, (request, ours, naive) => {
            // Asked a hundred thousand times: the matchers only where they have something to say.
            if (!isDeepStrictEqual(ours, naive)) expect(ours).toEqual(naive);
            const usage = ours as ReturnType<ReturnType<typeof cacheSession>['send']>;
            const total = prefixChain(request, { ...optionsFor(request), digest: () => '' }).totalTokens;
            if (totalInputTokens(usage) !== total) expect(totalInputTokens(usage)).toBe(total);
            const least = Math.min(...Object.values(usage));
            if (least < 0) expect(least).toBeGreaterThanOrEqual(0);
            seen.sends += 1;
            if (usage.cacheReadTokens > 0) seen.read += 1;
            if (usage.cacheCreation5mTokens > 0) seen.short += 1;
            if (usage.cacheCreation1hTokens > 0) seen.long += 1;
            if (usage.cacheReadTokens > 0 && usage.cacheCreation5mTokens + usage.cacheCreation1hTokens > 0)
              seen.mixed += 1;
            if (usage.cacheReadTokens + usage.cacheCreation5mTokens + usage.cacheCreation1hTokens === 0)
              seen.plain += 1;
          });
        }),
        { numRuns: RUNS },
      );
      // The commands reach what they are there to reach.
      for (const [kind, count] of Object.entries(seen)) expect(count / seen.sends, kind).toBeGreaterThan(0.02);
    },
    20_000 + 20 * RUNS,
  );

  it('CACHE-2: an edit leaves every key in front of it alone, and changes every key from it on', () => {
    fc.assert(
      fc.property(commands, at, (steps, where) => {
        // Web tools are rendered elsewhere than they stand, so items and positions would not match.
        const draft = steps.reduce<Draft>(
          (made, step, number) =>
            step.type === 'send' || step.type === 'wait' || step.type === 'web-search'
              ? made
              : apply(made, step, number),
          START,
        );
        const index = where % draft.items.length;
        const changed = apply(draft, { type: 'edit', at: index, tokens: 300 }, 999);
        const [before, after] = [draft, changed].map((each) => prefixChain(requestOf(each), OPTIONS).positions);
        const isImage = draft.items[index]?.block.type === 'image';
        const stays = isImage ? draft.items.filter(({ level }) => level !== 'messages').length : index;
        for (const [place, position] of (before ?? []).entries()) {
          if (place < stays) expect(after?.[place]?.key).toBe(position.key);
          if (place >= index) expect(after?.[place]?.key).not.toBe(position.key);
        }
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('CACHE-3: marks are not part of any key', () => {
    fc.assert(
      fc.property(commands, at, fc.constantFrom<Mark>('5m', '1h'), (steps, where, ttl) => {
        const draft = steps.reduce<Draft>(
          (made, step, number) => (step.type === 'send' || step.type === 'wait' ? made : apply(made, step, number)),
          START,
        );
        const keys = (each: Draft) => prefixChain(requestOf(each), OPTIONS).positions.map(({ key }) => key);
        expect(keys(apply(draft, { type: 'mark', at: where, ttl }, 0))).toEqual(keys(draft));
        expect(keys(apply(draft, { type: 'unmark', at: where }, 0))).toEqual(keys(draft));
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it('CACHE-10, CACHE-11: above the minimum a first send creates, a resend within the TTL reads, one at the TTL creates', () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 });
    const ttls = { '5m': 5 * MINUTE, '1h': 60 * MINUTE };
    fc.assert(
      fc.property(sizes, fc.constantFrom<Mark>('5m', '1h'), fc.nat(1000), (blocks, ttl, rest) => {
        const prefix = blocks.reduce((sum, size) => sum + size, 0);
        const request = {
          system: blocks.map((size, index) => text(size, index === blocks.length - 1 ? ttl : undefined, `#${index}`)),
          messages: [{ role: 'user' as const, content: [text(rest)] }],
        };
        const { send } = cacheSession(OPTIONS);
        const plain = { inputTokens: rest + 7, cacheReadTokens: 0, cacheCreation5mTokens: 0, cacheCreation1hTokens: 0 };
        const creation = { ...plain, [ttl === '5m' ? 'cacheCreation5mTokens' : 'cacheCreation1hTokens']: prefix };
        const read = { ...plain, cacheReadTokens: prefix };
        const below = { ...plain, inputTokens: prefix + plain.inputTokens };
        const isCached = prefix >= 1024;
        expect(send(request, 0)).toEqual(isCached ? creation : below);
        expect(send(request, ttls[ttl] - 1)).toEqual(isCached ? read : below);
        expect(send(request, 2 * ttls[ttl] - 2)).toEqual(isCached ? read : below);
        expect(send(request, 3 * ttls[ttl] - 2)).toEqual(isCached ? creation : below);
      }),
      { numRuns: 300 },
    );
  }, 30_000);
});
