import { valueWords } from '@/lib/json-value.ts';
import { CONTENT_KINDS, contentShapeFaults } from './content-shape-faults.ts';
import type { CacheControlEphemeral, ContentBlockParam, ToolUnion } from './wire.ts';

type Block = ToolUnion | ContentBlockParam;

/** What is readable in one place need not be in another. */
const known = { tool: new WeakMap<object, Block>(), content: new WeakMap<object, Block>() };

/**
 * A block as it can be counted and looked at: one without the shape of its kind is the text of its JSON. What is sent stays as it
 * was typed, and the check of the request names it. The same block in the same kind of place gives the same object.
 */
export function readableBlock(value: Block, place: 'tool' | 'content'): Block {
  const found = known[place].get(value) ?? (isReadable(value, place) ? value : asText(value));
  known[place].set(value, found);
  return found;
}

const isReadable = (value: Block, place: 'tool' | 'content'): boolean =>
  place === 'tool' ? !CONTENT_KINDS.has(valueWords(value.type)) : contentShapeFaults('', [value]).length === 0;

/** The mark stays one. */
function asText(value: Block): Block {
  const { cache_control: mark, ...unmarked }: Block & { cache_control?: CacheControlEphemeral | null } = value;
  return { type: 'text', text: JSON.stringify(unmarked), ...(mark !== undefined && { cache_control: mark }) };
}
