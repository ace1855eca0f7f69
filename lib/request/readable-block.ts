import { valueWords } from '@/lib/json-value.ts';
import { CONTENT_KINDS, contentShapeFaults } from './content-shape-faults.ts';
import type { CacheControlEphemeral, ContentBlockParam, ToolUnion } from './wire.ts';

type Block = ToolUnion | ContentBlockParam;

const known = new WeakMap<object, Block>();

/**
 * A block as it can be counted and looked at: one without the shape of its kind is the text of its JSON. What is sent stays as it
 * was typed, and the check of the request names it. The same block gives the same object.
 */
export function readableBlock(value: Block, place: 'tool' | 'content'): Block {
  const found = known.get(value) ?? (isReadable(value, place) ? value : asText(value));
  known.set(value, found);
  return found;
}

const isReadable = (value: Block, place: 'tool' | 'content'): boolean =>
  place === 'tool' ? !CONTENT_KINDS.has(valueWords(value.type)) : contentShapeFaults('', [value]).length === 0;

/** The mark stays one. */
function asText(value: Block): Block {
  const { cache_control: mark, ...unmarked }: Block & { cache_control?: CacheControlEphemeral | null } = value;
  return { type: 'text', text: JSON.stringify(unmarked), ...(mark !== undefined && { cache_control: mark }) };
}
