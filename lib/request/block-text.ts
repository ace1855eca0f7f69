import { rememberEach } from '@/lib/remember.ts';
import type { ContentBlockParam, ToolUnion } from './wire.ts';

/** The text whose tokens a block costs, images apart; `undefined` for what is only an image. */
export function blockText(value: ToolUnion | ContentBlockParam): string | undefined {
  if (value.type === 'text') return value.text;
  if (value.type === 'thinking') return value.thinking;
  if (value.type === 'image') return undefined;
  if (value.type !== 'tool_result' || value.content === undefined) return unmarkedJson(value);
  if (typeof value.content === 'string') return value.content;
  const parts = value.content.filter((part) => part.type !== 'image');
  return parts.map((part) => (part.type === 'text' ? part.text : JSON.stringify(unmarked(part)))).join('\n');
}

/** A block’s JSON in its own key order, without its mark (on the block itself, or on the parts of a tool’s result); made once for the same block. */
export const unmarkedJson = rememberEach((value: ToolUnion | ContentBlockParam): string => {
  const parts = value.type === 'tool_result' && Array.isArray(value.content) ? value.content : undefined;
  const content = parts?.some(isMarked) ? { content: parts.map(unmarked) } : undefined;
  if (!isMarked(value) && !content) return JSON.stringify(value);
  return JSON.stringify({ ...unmarked(value), ...content });
});

const isMarked = (value: object): boolean => 'cache_control' in value;

function unmarked<T extends object>(value: T): Omit<T, 'cache_control'> {
  const { cache_control: _, ...rest } = value as T & { cache_control?: unknown };
  return rest;
}
