import { blockText, unmarkedJson } from '@/lib/request/block-text.ts';
import type { FlatBlock } from '@/lib/request/flatten-request.ts';
import type { Digest } from './digest.ts';
import { imageTokens } from './image-tokens.ts';

/**
 * A digest of what is cached of a block: of a text block's text as it is rendered, else of the block's JSON in its own key order;
 * never the mark.
 */
export function contentDigest(block: FlatBlock, digest: Digest): string {
  const { value } = block;
  const isPlain = value.type === 'text' && !value.citations;
  return isPlain ? `text ${digest(value.text)}` : `json ${digest(contentText(block))}`;
}

/** A block's JSON in its own key order, without any mark. */
export function contentText({ value }: FlatBlock): string {
  return unmarkedJson(value);
}

/** The text whose tokens a block costs, images apart; `undefined` for what is only an image. */
export const countedText = ({ value }: FlatBlock): string | undefined => blockText(value);

/** How many images a block holds, those in a tool's result included. */
export const imageCount = (block: FlatBlock): number => imagesOf(block).length;

/** A block's own tokens, in whole tokens. */
export function blockTokens(block: FlatBlock, count: (text: string) => number): number {
  const text = countedText(block);
  const images = imagesOf(block).reduce((sum, { source }) => sum + imageTokens(source), 0);
  return (text === undefined ? 0 : count(text)) + images;
}

function imagesOf({ value }: FlatBlock): { readonly source: object }[] {
  if (value.type === 'image') return [value];
  if (value.type !== 'tool_result' || !Array.isArray(value.content)) return [];
  return value.content.flatMap((part) => (part.type === 'image' ? [part] : []));
}
