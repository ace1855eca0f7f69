import type { FlatBlock, PrefixLevel, Ttl } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { blockTokens, contentDigest } from './block-tokens.ts';
import type { CacheRules } from './cache-rules.ts';
import type { Digest } from './digest.ts';
import { levelParameters } from './level-parameters.ts';
import { isThinking, prefixBlocks } from './prefix-blocks.ts';

/** What the chain needs to know of a model and of counting. Token figures are whole tokens. */
export interface ChainModel {
  readonly minimumPrefixTokens: number;
  /** Tokens of the hidden prompt that non-empty `tools` add, by kind of `tool_choice`. */
  readonly toolPromptTokens: { readonly auto: number; readonly forced: number };
  /** Tokens of the frame around the messages. */
  readonly frameTokens: number;
  /** Thinking of earlier turns stays in the prompt; absent is yes. */
  readonly keepsOldThinking?: boolean;
}

export interface ChainOptions {
  readonly model: ChainModel;
  readonly workspace: string;
  readonly count: (text: string) => number;
  readonly digest: Digest;
  readonly rules: CacheRules;
  /** Values of `anthropic-beta`, in any order. */
  readonly betas?: readonly string[];
  /** Remembers a block's tokens by the digest of its content; absent: nothing is remembered. */
  readonly rememberTokens?: (contentDigest: string, compute: () => number) => number;
  /** The links of earlier chains of the same digest: a block that stands behind the same prefix again keeps its own. */
  readonly links?: ChainLinks;
}

/** The link of a block in the last chain it was part of, by the block. */
export type ChainLinks = WeakMap<object, ChainLink>;

interface ChainLink {
  /** The key of the prefix in front of it. */
  readonly behind: string;
  readonly role: FlatBlock['role'];
  /** The digest of its content, wherever it stands. */
  readonly content: string;
  readonly key: string;
}

/** One position of the prefix: `end` is the number of tokens from the start of the prompt through this block. */
export interface PrefixPosition {
  readonly path: string;
  readonly level: PrefixLevel;
  readonly tokens: number;
  readonly end: number;
  readonly key: string;
  readonly breakpoint: Ttl | undefined;
  /** Number of the lookback position: a run of tool calls or of results shares one. */
  readonly slot: number;
}

export interface PrefixChain {
  readonly positions: readonly PrefixPosition[];
  readonly totalTokens: number;
  readonly minimumPrefixTokens: number;
}

const LEVELS: readonly PrefixLevel[] = ['tools', 'system', 'messages'];

/**
 * The cumulative hash chain over tools → system → messages (caching rules §§1, 2, 14): each key covers everything up to its block,
 * but for the marks. A level without blocks still puts its parameters in. Legality is checked before, in request/.
 */
export function prefixChain(request: MessageCreateParamsBase, options: ChainOptions): PrefixChain {
  const { model, digest, rules } = options;
  const blocks = prefixBlocks(request, rules, model.keepsOldThinking ?? true);
  const parameters = levelParameters(request, blocks, rules, options.betas);
  const lead = leadTokens(request, blocks, model);
  const positions: PrefixPosition[] = [];
  let key = digest(`${options.workspace}\n${request.model}\n${parameters.tools}`);
  let end = 0;
  let level: PrefixLevel = 'tools';
  let slot = -1;
  for (const [index, block] of blocks.entries()) {
    for (const entered of LEVELS.slice(LEVELS.indexOf(level) + 1, LEVELS.indexOf(block.level) + 1)) {
      level = entered;
      key = digest(`${key}\n${level}\n${parameters[level]}`);
    }
    const link = chainLink(block, key, options);
    const tokens = ownTokens(block, link.content, options) + (lead.get(index) ?? 0);
    end += tokens;
    key = link.key;
    if (opensPosition(block, blocks[index - 1], rules)) slot += 1;
    positions.push({ path: block.path, level, tokens, end, key, breakpoint: block.breakpoint, slot });
  }
  return { positions, totalTokens: end, minimumPrefixTokens: model.minimumPrefixTokens };
}

function chainLink(block: FlatBlock, behind: string, { links, digest }: ChainOptions): ChainLink {
  const { role, value } = block;
  const known = links?.get(value);
  if (known?.behind === behind && known.role === role) return known;
  const content = known?.content ?? contentDigest(block, digest);
  const link = { behind, role, content, key: digest(`${behind}\n${role}\n${content}`) };
  links?.set(value, link);
  return link;
}

function ownTokens(block: FlatBlock, content: string, { count, rememberTokens }: ChainOptions): number {
  const compute = () => blockTokens(block, count);
  return rememberTokens ? rememberTokens(content, compute) : compute();
}

/** Hidden tokens, carried by the block they stand in front of: the tool prompt (§6) and the frame of the messages (§10). */
function leadTokens(
  request: MessageCreateParamsBase,
  blocks: readonly FlatBlock[],
  model: ChainModel,
): Map<number, number> {
  const lead = new Map<number, number>();
  const add = (index: number, tokens: number) => {
    if (index >= 0) lead.set(index, (lead.get(index) ?? 0) + tokens);
  };
  const firstMessage = blocks.findIndex((block) => block.level === 'messages');
  add(firstMessage, model.frameTokens);
  if ((request.tools ?? []).length === 0) return lead;
  add(
    blocks.findIndex((block) => block.level !== 'tools'),
    model.toolPromptTokens.auto,
  );
  const choice = request.tool_choice?.type;
  if (choice === 'any' || choice === 'tool')
    add(firstMessage, model.toolPromptTokens.forced - model.toolPromptTokens.auto);
  return lead;
}

/** Is this block a lookback position of its own (§2), or does it share the one before it? */
function opensPosition(block: FlatBlock, previous: FlatBlock | undefined, rules: CacheRules): boolean {
  const { type } = block.value;
  if (block.level === 'tools' && previous && !rules.countsToolPositions) return false;
  if (isThinking(block.value) && previous && !rules.countsThinkingPositions) return false;
  const continuesRun = (type === 'tool_use' || type === 'tool_result') && previous?.value.type === type;
  return !(rules.collapsesToolRuns && continuesRun);
}
