import { isFields } from '@/lib/json-value.ts';
import { likeImported } from '@/lib/prompt/like-imported.ts';
import type { PromptInput, Turn } from '@/lib/prompt/prompt-input.ts';
import { wholePart } from '@/lib/prompt/select-prompt.ts';
import { joinParts } from '@/lib/prompt/split-system-prompt.ts';
import type { PromptPart } from '@/lib/prompt/system-prompt.ts';
import type { ContextBlock, ResultBlock, TurnBlock } from '@/lib/prompt/turn-block.ts';
import { contextPieces } from '@/lib/prompt/turn-text.ts';
import { blockText } from './block-text.ts';
import { plainSource } from './image-size.ts';
import { readableBlock } from './readable-block.ts';
import type { ContentBlockParam } from './wire.ts';

/** A content block as it is sent, but for its mark, and the text a person reads of it. */
export interface TurnContent {
  readonly block: ContentBlockParam;
  readonly part: PromptPart;
}

const known = new WeakMap<TurnBlock, TurnContent>();

/** A block of a turn on the wire. The same block is the same object, so that what is remembered of it stays good. */
export function turnContent(
  block: TurnBlock,
  turn: Pick<Turn, 'id'>,
  input: Pick<PromptInput, 'memoryFiles'>,
): TurnContent {
  if (block.type === 'context') return contextContent(block, turn, input);
  const found = known.get(block) ?? plainContent(block, turn);
  known.set(block, found);
  return found;
}

function plainContent(block: Exclude<TurnBlock, ContextBlock>, { id }: Pick<Turn, 'id'>): TurnContent {
  const wire = wireBlock(block);
  const text =
    blockText(readableBlock(wire, 'content')) ??
    (block.type === 'image' ? `Image, ${block.width} × ${block.height} pixels` : '');
  return { block: wire, part: wholePart(text, { type: 'turn', id }, 'conversation') };
}

/** A reminder with memory files: what is no file is the turn's. */
function contextContent(
  block: ContextBlock,
  { id }: Pick<Turn, 'id'>,
  input: Pick<PromptInput, 'memoryFiles'>,
): TurnContent {
  const part = joinParts(
    contextPieces(block, input).map(({ text, path }) =>
      wholePart(text, path === undefined ? { type: 'turn', id } : { type: 'memory-file', path }, 'memory'),
    ),
    '',
  );
  return { block: likeImported({ type: 'text', text: part.text }, block.wire) as unknown as ContentBlockParam, part };
}

/** Values are checked where requests are (validate-request.ts); here they only take their places. */
function wireBlock(block: Exclude<TurnBlock, ContextBlock>): ContentBlockParam {
  return likeImported(fieldsOf(block), block.wire) as unknown as ContentBlockParam;
}

function fieldsOf(block: Exclude<TurnBlock, ContextBlock>): Record<string, unknown> {
  switch (block.type) {
    case 'text':
      return { type: 'text', text: block.text };
    case 'thinking':
      return { type: 'thinking', thinking: block.text, signature: block.signature };
    case 'redacted':
      return { type: 'redacted_thinking', data: block.data };
    case 'tool-use':
      return { type: 'tool_use', id: block.call, name: block.name, input: jsonValue(block.input) };
    case 'tool-result':
      return {
        type: 'tool_result',
        tool_use_id: block.call,
        content: resultContent(block.content, block.wire),
        is_error: block.isError || undefined,
      };
    case 'image':
      return { type: 'image', source: block.source === undefined ? plainSource(block) : jsonValue(block.source) };
    case 'other':
      return objectOf(block.json);
  }
}

/** Unfinished JSON goes out as the text it is, which the check of the request names. */
function jsonValue(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

/** What is no object yet goes out as an empty one, which the check of the request names. */
function objectOf(json: string): Record<string, unknown> {
  const value = jsonValue(json);
  return isFields(value) ? value : {};
}

/** One text goes out as text, more as a list; an imported result in the form it came in. */
function resultContent(content: readonly ResultBlock[], wire: string | undefined): unknown {
  const imported = wire === undefined ? undefined : (JSON.parse(wire) as { content?: unknown }).content;
  const [first] = content;
  if (!first) return wire === undefined || Array.isArray(imported) ? [] : imported === '' ? '' : undefined;
  const isText = content.length === 1 && first.type === 'text' && !Array.isArray(imported);
  return isText ? first.text : content.map(wireBlock);
}
