import type { ContentBlockParam, ToolUnion } from './wire.ts';

/** The text whose tokens a block costs, images apart; `undefined` for what is only an image. */
export function blockText(value: ToolUnion | ContentBlockParam): string | undefined {
  if (value.type === 'text') return value.text;
  if (value.type === 'thinking') return value.thinking;
  if (value.type === 'image') return undefined;
  if (value.type !== 'tool_result' || value.content === undefined) return unmarkedJson(value);
  if (typeof value.content === 'string') return value.content;
  const parts = value.content.filter((part) => part.type !== 'image');
  return parts.map((part) => (part.type === 'text' ? part.text : JSON.stringify(part))).join('\n');
}

/** A block's JSON in its own key order, without its mark; made once for the same block. */
export function unmarkedJson(value: ToolUnion | ContentBlockParam): string {
  const text = texts.get(value) ?? withoutMark(value);
  texts.set(value, text);
  return text;
}

const texts = new WeakMap<object, string>();

function withoutMark(value: ToolUnion | ContentBlockParam): string {
  if (!('cache_control' in value)) return JSON.stringify(value);
  const { cache_control: _, ...rest } = value;
  return JSON.stringify(rest);
}
