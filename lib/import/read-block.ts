import type { Fields } from '@/lib/json-value.ts';
import type { ResultBlock, TurnBlock } from '@/lib/prompt/turn-block.ts';
import { imageSize } from '@/lib/request/image-size.ts';
import { blankFields } from './blank-fields.ts';

/** The largest edge the format holds, in pixels; the provider refuses larger ones. */
const LARGEST_EDGE = 8000;

/** A content block of the wire as a block of a turn; what has no form of its own is kept as JSON. */
export function readBlock(value: Fields, id: string): TurnBlock {
  return (
    formOf(value, id) ?? {
      id,
      type: 'other',
      json: JSON.stringify(withoutMark(value)),
      ...frameOf(value, withoutMark(value)),
    }
  );
}

/** The mark is a matter of the document's settings. */
function withoutMark(value: Fields): Fields {
  const { cache_control: _, ...rest } = value;
  return rest;
}

function frameOf(value: Fields, plain: Fields): { wire?: string } {
  const wire = blankFields(value, plain);
  return wire === undefined ? {} : { wire };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function formOf(value: Fields, id: string): TurnBlock | undefined {
  switch (value['type']) {
    case 'text': {
      const text = textOf(value['text']);
      return { id, type: 'text', text, ...frameOf(value, { type: 'text', text }) };
    }
    case 'thinking': {
      const plain = { type: 'thinking', thinking: textOf(value['thinking']), signature: textOf(value['signature']) };
      return { id, type: 'thinking', text: plain.thinking, signature: plain.signature, ...frameOf(value, plain) };
    }
    case 'redacted_thinking': {
      const data = textOf(value['data']);
      return { id, type: 'redacted', data, ...frameOf(value, { type: 'redacted_thinking', data }) };
    }
    case 'tool_use': {
      const { id: call, name, input } = value;
      const plain = { type: 'tool_use', id: textOf(call), name: textOf(name), input };
      const text = JSON.stringify(input, null, 2);
      return { id, type: 'tool-use', call: plain.id, name: plain.name, input: text, ...frameOf(value, plain) };
    }
    case 'tool_result':
      return toolResult(value, id);
    case 'image':
      return image(value, id);
    default:
      return undefined;
  }
}

function toolResult(value: Fields, id: string): TurnBlock {
  const { tool_use_id: call, content, is_error: isError } = value;
  const plain = {
    type: 'tool_result',
    tool_use_id: textOf(call),
    ...('content' in value && { content }),
    ...(isError === true && { is_error: true }),
  };
  const blocks = typeof content === 'string' ? textResult(content) : listResult(content);
  // Without its own form, one text goes out as a text and nothing as an empty list.
  const [only] = Array.isArray(content) && content.length === 1 ? (content as Fields[]) : [];
  const isPlain = typeof content === 'string' ? content !== '' : Array.isArray(content) && only?.['type'] !== 'text';
  const wire = isPlain ? blankFields(value, plain) : blank(value);
  return {
    id,
    type: 'tool-result',
    call: plain.tool_use_id,
    isError: isError === true,
    content: blocks,
    ...(wire !== undefined && { wire }),
  };
}

/** A result with its editable fields emptied. */
const blank = (value: Fields): string =>
  JSON.stringify({
    ...value,
    tool_use_id: '',
    ...('content' in value && { content: typeof value['content'] === 'string' ? '' : [] }),
  });

const textResult = (text: string): ResultBlock[] => (text === '' ? [] : [{ id: 'block-1', type: 'text', text }]);

function listResult(content: unknown): ResultBlock[] {
  if (!Array.isArray(content)) return [];
  return content.map((value: Fields, index): ResultBlock => {
    const block = 'cache_control' in value ? undefined : formOf(value, `block-${index + 1}`);
    if (block?.type === 'text' || block?.type === 'image') return block;
    return { id: `block-${index + 1}`, type: 'other', json: JSON.stringify(value) };
  });
}

/** A picture by value whose size can be read; others are kept as JSON. */
function image(value: Fields, id: string): TurnBlock | undefined {
  const { source } = value;
  const size = typeof source === 'object' && source !== null ? imageSize(source) : undefined;
  if (!size || size.width > LARGEST_EDGE || size.height > LARGEST_EDGE) return undefined;
  return { id, type: 'image', ...size, source: JSON.stringify(source), ...frameOf(value, { type: 'image', source }) };
}
