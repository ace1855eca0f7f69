import { countedText, imageCount } from '@/lib/cache/block-tokens.ts';
import type { PrefixChain } from '@/lib/cache/prefix-chain.ts';
import { type FlatBlock, flattenRequest } from '@/lib/request/flatten-request.ts';
import type { ContentBlockParam, MessageCreateParamsBase, MessageParam } from '@/lib/request/wire.ts';

/** One question to the provider; `key` names it for good: the same key, the same answer. A request is made when it is asked. */
export interface Probe {
  readonly key: string;
  readonly request: () => MessageCreateParamsBase;
}

/**
 * How the tokens from the start of the prompt through one block are asked for. What cannot stand alone has a one-character user
 * message behind it: `only` when that is the first message, `trailing` when it follows a reply.
 */
export interface PrefixRequest extends Probe {
  readonly standIn: 'only' | 'trailing' | undefined;
}

/** A block whose own tokens are a difference: up to it, less up to the block before (nothing before the first), less `hidden`. */
export interface CountedBlock {
  readonly text: string;
  readonly upTo: PrefixRequest;
  readonly before: PrefixRequest | undefined;
  /** Tokens that the cache model gives to the block beside its text: tool prompt and message frame. */
  readonly hidden: number;
}

export type Answers = ReadonlyMap<string, number>;

const STAND_IN: MessageParam = { role: 'user', content: 'x' };

/**
 * The prefixes of a request, one for each block of its chain, as valid requests without marks; `undefined` for a block after which
 * a request cannot end: thinking, a tool call, or a result while another is still missing.
 */
export function prefixRequests(request: MessageCreateParamsBase, chain: PrefixChain): (PrefixRequest | undefined)[] {
  const { tools: allTools, system: _, messages: __, ...rest } = request;
  const keys = new Map(chain.positions.map(({ path, key }) => [path, key]));
  const blocks = flattenRequest(request).filter(({ path }) => keys.has(path));
  const make = (index: number): MessageCreateParamsBase => {
    const { level, role } = blocks[index] ?? {};
    const prefix = blocks.slice(0, index + 1);
    const system = values(prefix, 'system');
    const tools = level === 'tools' ? values(prefix, 'tools') : (allTools ?? []).map(unmarked);
    const parts = { ...(tools.length > 0 && { tools }), ...(system.length > 0 && { system }) } as object;
    if (level !== 'messages') return { ...bare(request.model), ...parts };
    const messages = messagesOf(prefix);
    return { ...rest, ...parts, messages: role === 'assistant' ? [...messages, STAND_IN] : messages };
  };
  return blocks.map(({ path, level, role }, index) => {
    if (level === 'messages' && !canEnd(blocks, index)) return undefined;
    return {
      key: `prefix\n${request.model}\n${keys.get(path)}`,
      standIn: level !== 'messages' ? 'only' : role === 'assistant' ? 'trailing' : undefined,
      request: () => make(index),
    };
  });
}

/** The blocks whose own figures can be found; none for a block with an image, or with one before it after which nothing ends. */
export function countedBlocks(
  request: MessageCreateParamsBase,
  chain: PrefixChain,
  hidden: ReadonlyMap<string, number>,
): CountedBlock[] {
  const prefixes = prefixRequests(request, chain);
  const blocks = new Map(flattenRequest(request).map((block) => [block.path, block]));
  return chain.positions.flatMap(({ path }, index) => {
    const block = blocks.get(path);
    const text = block && imageCount(block) === 0 ? countedText(block) : undefined;
    const upTo = prefixes[index];
    const before = prefixes[index - 1];
    if (text === undefined || !upTo || (index > 0 && !before)) return [];
    return [{ text, upTo, before, hidden: hidden.get(path) ?? 0 }];
  });
}

/** What must be asked for these blocks and is not answered yet; what several need is asked once, and the stand-ins come first. */
export function probesFor(blocks: readonly CountedBlock[], model: string, answers: Answers): Probe[] {
  const prefixes = blocks.flatMap(({ before, upTo }) => (before ? [before, upTo] : [upTo]));
  const needs = new Set(prefixes.map(({ standIn }) => standIn));
  const standIns = [
    ...(needs.has('only') || needs.has('trailing') ? [onlyStandIn(model)] : []),
    ...(needs.has('trailing') ? [twoStandIns(model)] : []),
  ];
  const asked = new Map([...standIns, ...prefixes].map(({ key, request }) => [key, { key, request }]));
  return [...asked.values()].filter(({ key }) => !answers.has(key));
}

/** The exact tokens of the blocks whose prefixes are answered, by text. A negative difference contradicts itself: it is no figure. */
export function exactFigures(blocks: readonly CountedBlock[], model: string, answers: Answers): Map<string, number> {
  const figures = new Map<string, number>();
  for (const { text, upTo, before, hidden } of blocks) {
    const end = prefixTokens(upTo, model, answers);
    const start = before ? prefixTokens(before, model, answers) : 0;
    if (end === undefined || start === undefined) continue;
    const tokens = end - start - hidden;
    if (tokens >= 0) figures.set(text, tokens);
  }
  return figures;
}

/** The answer, less what stands in for the rest of the request. */
function prefixTokens({ key, standIn }: PrefixRequest, model: string, answers: Answers): number | undefined {
  const whole = answers.get(key);
  if (whole === undefined || standIn === undefined) return whole;
  const only = answers.get(onlyStandIn(model).key);
  if (only === undefined || standIn === 'only') return only === undefined ? undefined : whole - only;
  // A reply and a message more than `only`: the frame of a message is taken to be the same for both roles.
  const two = answers.get(twoStandIns(model).key);
  return two === undefined ? undefined : whole - Math.round((two - only) / 2);
}

const bare = (model: string): MessageCreateParamsBase => ({ model, max_tokens: 1, messages: [STAND_IN] });

const onlyStandIn = (model: string): Probe => ({ key: `stand-in\n${model}`, request: () => bare(model) });

const twoStandIns = (model: string): Probe => ({
  key: `stand-ins\n${model}`,
  request: () => ({ ...bare(model), messages: [STAND_IN, { role: 'assistant', content: 'x' }, STAND_IN] }),
});

function unmarked<T extends object>(value: T): T {
  const { cache_control: _, ...rest } = value as T & { cache_control?: unknown };
  return rest as T;
}

const values = (blocks: readonly FlatBlock[], level: FlatBlock['level']): object[] =>
  blocks.filter((block) => block.level === level).map(({ value }) => unmarked(value));

/** `messages.3` of `messages.3.content.1`. */
const messageOf = ({ path }: FlatBlock): string => path.split('.', 2).join('.');

/** The blocks of the messages level, put together again into messages. */
function messagesOf(blocks: readonly FlatBlock[]): MessageParam[] {
  const messages = new Map<string, { role: MessageParam['role']; content: ContentBlockParam[] }>();
  for (const block of blocks) {
    if (block.level !== 'messages') continue;
    const message = messages.get(messageOf(block)) ?? { role: block.role as MessageParam['role'], content: [] };
    message.content.push(unmarked(block.value) as ContentBlockParam);
    messages.set(messageOf(block), message);
  }
  return [...messages.values()] as MessageParam[];
}

const CANNOT_END = new Set(['tool_use', 'server_tool_use', 'thinking', 'redacted_thinking']);

/** Can a request end with this block? Every call in front of it must have its result in the very next message. */
function canEnd(blocks: readonly FlatBlock[], index: number): boolean {
  const own = backwards(blocks, index);
  if (CANNOT_END.has(own[0]?.value.type ?? '')) return false;
  const calling = own[0]?.role === 'assistant' ? own : backwards(blocks, index - own.length);
  const results = new Set(own.flatMap(({ value }) => (value.type === 'tool_result' ? [value.tool_use_id] : [])));
  return calling.every(({ value }) => value.type !== 'tool_use' || results.has(value.id));
}

/** The blocks of one message, from this one to the message's first. */
function backwards(blocks: readonly FlatBlock[], index: number): FlatBlock[] {
  const found: FlatBlock[] = [];
  for (let at = index; at >= 0; at -= 1) {
    const block = blocks[at];
    const first = found[0];
    if (block?.level !== 'messages' || (first && messageOf(first) !== messageOf(block))) break;
    found.push(block);
  }
  return found;
}
