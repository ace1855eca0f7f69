import { valueWords } from '@/lib/json-value.ts';
import { rememberEach } from '@/lib/remember.ts';
import { CONTENT_KINDS, contentShapeFaults } from './content-shape-faults.ts';
import type { CacheControlEphemeral, ContentBlockParam, ToolUnion } from './wire.ts';

type Block = ToolUnion | ContentBlockParam;

/**
 * A block as it can be counted and looked at: one without the shape of its kind is the text of its JSON. What is sent stays as it
 * was typed, and the check of the request names it. The same block in the same kind of place gives the same object.
 */
export const readableBlock = (value: Block, place: 'tool' | 'content'): Block => readable[place](value);

/** What is readable in one place need not be in another. */
const readable = {
  tool: rememberEach((value: Block) => (isReadable(value, 'tool') ? value : asText(value))),
  content: rememberEach((value: Block) => (isReadable(value, 'content') ? value : asText(value))),
};

const isReadable = (value: Block, place: 'tool' | 'content'): boolean =>
  place === 'tool' ? !CONTENT_KINDS.has(valueWords(value.type)) : contentShapeFaults('', [value]).length === 0;

/** The mark stays one. */
function asText(value: Block): Block {
  const { cache_control: mark, ...unmarked }: Block & { cache_control?: CacheControlEphemeral | null } = value;
  return { type: 'text', text: JSON.stringify(unmarked), ...(mark !== undefined && { cache_control: mark }) };
}
