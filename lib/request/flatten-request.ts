import { HEADER_PREFIX } from '@/lib/prompt/system-prompt.ts';
import { oncePer } from './once-per.ts';
import { readableBlock } from './readable-block.ts';
import type {
  CacheControlEphemeral,
  ContentBlockParam,
  MessageCreateParamsBase,
  MessageParam,
  TextBlockParam,
  ToolUnion,
} from './wire.ts';

export type PrefixLevel = 'tools' | 'system' | 'messages';
export type Ttl = '5m' | '1h';

/** One block of a request in prefix order. `path` is how the provider's errors name it, as `messages.0.content.1`. */
export interface FlatBlock {
  readonly path: string;
  readonly level: PrefixLevel;
  readonly role: 'tool' | 'system' | 'user' | 'assistant';
  readonly value: ToolUnion | ContentBlockParam;
  readonly breakpoint: Ttl | undefined;
  /** Marks on the parts of a tool's result; absent where there are none. */
  readonly nested?: readonly NestedMark[];
}

export interface NestedMark {
  readonly path: string;
  readonly ttl: Ttl;
  readonly type: string;
  readonly isEmptyText: boolean;
}

/** The provider's limit on marks in one request, over tools, system and messages together (caching rules §3). */
export const MAX_BREAKPOINTS = 4;

/** tools → system → messages as one list of readable blocks, made once for the same request; deferred tools are not in the prefix. */
export const flattenRequest: (request: MessageCreateParamsBase) => readonly FlatBlock[] = oncePer(flatten);

function flatten(request: MessageCreateParamsBase): FlatBlock[] {
  const blocks: FlatBlock[] = [];
  for (const [index, value] of (request.tools ?? []).entries()) {
    if (!isDeferred(value)) blocks.push(flat(`tools.${index}`, 'tools', 'tool', value));
  }
  for (const [index, value] of textBlocks(request.system).entries()) {
    blocks.push(flat(`system.${index}`, 'system', 'system', value));
  }
  for (const [index, message] of request.messages.entries()) {
    for (const [part, value] of contentBlocks(message).entries()) {
      blocks.push(flat(`messages.${index}.content.${part}`, 'messages', message.role, value));
    }
  }
  return blocks;
}

function flat(
  path: string,
  level: PrefixLevel,
  role: FlatBlock['role'],
  given: ToolUnion | ContentBlockParam,
): FlatBlock {
  const value = readableBlock(given, level === 'tools' ? 'tool' : 'content');
  const breakpoint = ttlOf(cacheControl(value));
  const block = { path, level, role, value, breakpoint };
  const nested = nestedMarks(path, value);
  return nested.length > 0 ? { ...block, nested } : block;
}

function nestedMarks(path: string, value: ToolUnion | ContentBlockParam): NestedMark[] {
  if (value.type !== 'tool_result' || !Array.isArray(value.content)) return [];
  return value.content.flatMap((part, index) => {
    const ttl = ttlOf(cacheControl(part));
    const isEmptyText = part.type === 'text' && part.text === '';
    return ttl ? [{ path: `${path}.tool_result.content.${index}`, ttl, type: part.type, isEmptyText }] : [];
  });
}

/** The lifetime a mark asks for; one without `ttl`, or with one that does not exist, is 5m. */
export function ttlOf(control: CacheControlEphemeral | null | undefined): Ttl | undefined {
  return control ? (control.ttl === '1h' ? '1h' : '5m') : undefined;
}

/** The mark of a block, on whatever kind of block it stands. */
export function cacheControl(value: object): CacheControlEphemeral | undefined {
  return (value as { cache_control?: CacheControlEphemeral | null }).cache_control ?? undefined;
}

const isDeferred = (tool: ToolUnion): boolean => 'defer_loading' in tool && tool.defer_loading === true;

function textBlocks(system: MessageCreateParamsBase['system']): TextBlockParam[] {
  if (system === undefined) return [];
  return typeof system === 'string' ? [{ type: 'text', text: system }] : system;
}

/** A text is one block; the same one for the same message. */
function contentBlocks(message: MessageParam): readonly ContentBlockParam[] {
  const { content } = message;
  if (typeof content !== 'string') return content;
  const blocks = textMessages.get(message) ?? [{ type: 'text', text: content }];
  textMessages.set(message, blocks);
  return blocks;
}

const textMessages = new WeakMap<MessageParam, readonly TextBlockParam[]>();

/** The attribution header, which the first-party API drops before it counts and caches; a text that only begins like it is none. */
export function isAttributionHeader(block: FlatBlock): boolean {
  return block.path === 'system.0' && block.value.type === 'text' && block.value.text.startsWith(`${HEADER_PREFIX}:`);
}
