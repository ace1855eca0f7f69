import type { FlatBlock } from '@/lib/request/flatten-request.ts';
import type { Digest } from './digest.ts';

/** The most an image costs (the provider's vision page: width × height / 750, resized to about 1,600), for want of its size. */
const IMAGE_TOKENS = 1600;

/**
 * A digest of what is cached of a block: of a text block's text as it is rendered, else of the block's JSON in its own key order;
 * never the mark.
 */
export function contentDigest(block: FlatBlock, digest: Digest): string {
  const { value } = block;
  const isPlain = value.type === 'text' && !value.citations;
  return isPlain ? `text ${digest(value.text)}` : `json ${digest(contentText(block))}`;
}

/** A block's JSON in its own key order, without its mark. */
export function contentText({ value }: FlatBlock): string {
  const text = contentTexts.get(value) ?? unmarkedJson(value);
  contentTexts.set(value, text);
  return text;
}

const contentTexts = new WeakMap<object, string>();

function unmarkedJson(value: FlatBlock['value']): string {
  if (!('cache_control' in value)) return JSON.stringify(value);
  const { cache_control: _, ...rest } = value;
  return JSON.stringify(rest);
}

/** The text whose tokens a block costs, images apart; `undefined` for what is only an image. */
export function countedText(block: FlatBlock): string | undefined {
  const { value } = block;
  if (value.type === 'text') return value.text;
  if (value.type === 'thinking') return value.thinking;
  if (value.type === 'image') return undefined;
  if (value.type !== 'tool_result' || value.content === undefined) return contentText(block);
  if (typeof value.content === 'string') return value.content;
  const parts = value.content.filter((part) => part.type !== 'image');
  return parts.map((part) => (part.type === 'text' ? part.text : JSON.stringify(part))).join('\n');
}

/** How many images a block holds, those in a tool's result included. */
export function imageCount({ value }: FlatBlock): number {
  if (value.type !== 'tool_result' || !Array.isArray(value.content)) return value.type === 'image' ? 1 : 0;
  return value.content.filter((part) => part.type === 'image').length;
}

/** A block's own tokens, in whole tokens. */
export function blockTokens(block: FlatBlock, count: (text: string) => number): number {
  const text = countedText(block);
  return (text === undefined ? 0 : count(text)) + imageCount(block) * IMAGE_TOKENS;
}
