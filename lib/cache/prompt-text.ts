import { rememberEach } from '@/lib/remember.ts';
import { unmarkedJson } from '@/lib/request/block-text.ts';
import type { FlatBlock } from '@/lib/request/flatten-request.ts';
import type { ContentBlockParam, MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { contentText } from './block-tokens.ts';
import { type CacheRules, DEFAULT_RULES } from './cache-rules.ts';
import { prefixBlocks } from './prefix-blocks.ts';

/** What a server without marks makes of a request before its chat template sees it (POLICY-10, POLICY-11). */
export interface ServerTraits {
  /** The attribution header as a block of `system`: dropped, kept with its `cch` overwritten, or kept as it is. */
  readonly header: 'dropped' | 'masked' | 'kept';
  /** What stands between system blocks. */
  readonly systemJoin: '' | '\n';
}

/** Whatever comes by OpenAI's interfaces as one text: the header is text like any other, blocks follow each other directly. */
export const ONE_TEXT: ServerTraits = { header: 'kept', systemJoin: '' };

/** A prompt as one text, and where each block's own text starts and ends in it, in UTF-16 units. */
export interface PromptText {
  readonly text: string;
  readonly ends: readonly { readonly block: FlatBlock; readonly start: number; readonly end: number }[];
}

/** The rules under which such a server's blocks are laid out: nothing but the header is ever taken out. */
export function traitRules({ header }: ServerTraits, request: MessageCreateParamsBase): CacheRules {
  const isBlock = Array.isArray(request.system);
  return {
    ...DEFAULT_RULES,
    stripsAttributionHeader: header === 'dropped' && isBlock,
    stripsOldThinking: false,
    webToolsBehindTools: false,
  };
}

/**
 * The text whose prefix such a server shares between requests. Role marks stand for its template's; blocks of one message follow each
 * other directly, and system blocks are joined as the server does it, so cutting a block in two changes nothing where the join is ''.
 */
export function promptText(request: MessageCreateParamsBase, traits: ServerTraits): PromptText {
  return renderedBy(traits)(request);
}

/** Earlier prompts are compared at every keystroke, and rendered once. */
const renderedBy = rememberEach((traits: ServerTraits) =>
  rememberEach((request: MessageCreateParamsBase) => rendered(request, traits)),
);

function rendered(request: MessageCreateParamsBase, traits: ServerTraits): PromptText {
  const blocks = prefixBlocks(request, traitRules(traits, request), true);
  const parts: string[] = [];
  const ends: PromptText['ends'][number][] = [];
  let length = 0;
  for (const [index, block] of blocks.entries()) {
    const lead = leadOf(block, blocks[index - 1], traits);
    const shown = shownText(block, traits);
    parts.push(lead, shown);
    const start = length + lead.length;
    length = start + shown.length;
    ends.push({ block, start, end: length });
  }
  return { text: parts.join(''), ends };
}

/** A character that no prompt holds, so that no text can be taken for a template's mark. */
const TURN = '\u0000';

/** A prompt's text with its answer behind it, as the next request will say it. */
export function withAnswer(text: string, reply: string | readonly ContentBlockParam[] = ''): string {
  const answer = typeof reply === 'string' ? reply : reply.map(answerText).join('');
  return answer === '' ? text : `${text}${TURN}assistant\n${answer}`;
}

const answerText = (value: ContentBlockParam): string => (value.type === 'text' ? value.text : unmarkedJson(value));

function leadOf(block: FlatBlock, before: FlatBlock | undefined, { systemJoin }: ServerTraits): string {
  if (block.level === 'tools') return `${TURN}tool\n`;
  if (block.level === 'system') return before?.level === 'system' ? systemJoin : `${TURN}system\n`;
  const isSameMessage = before?.level === 'messages' && messageOf(before.path) === messageOf(block.path);
  return isSameMessage ? '' : `${TURN}${block.role}\n`;
}

const messageOf = (path: string): string => path.split('.', 2).join('.');

function shownText(block: FlatBlock, { header }: ServerTraits): string {
  const { value } = block;
  if (value.type !== 'text') return contentText(block);
  const isHeader = block.level === 'system' && header === 'masked';
  return isHeader ? String(value.text).replace(HEADER_HASH, '$1fffff;') : String(value.text);
}

/** llama.cpp overwrites the five characters when a semicolon follows. */
const HEADER_HASH = /^(x-anthropic-billing-header:[^\n]*?\bcch=)[0-9a-f]{5};/;
