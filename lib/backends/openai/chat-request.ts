import type { SendOptions } from '@/lib/backends/backend.ts';
import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import type { Fields } from '@/lib/json-value.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import {
  blocksOf,
  fields,
  isMarked,
  markOf,
  type PartNames,
  type PlacedBlock,
  part,
  refuseMark,
  resultBlocks,
  spokenBlocks,
  textOf,
} from './parts.ts';
import {
  answerLimit,
  answerSchema,
  automaticMark,
  cacheKey,
  functionTools,
  reasoningEffort,
  sampling,
  toolChoice,
} from './request-parts.ts';
import { type Wording, wordingFor } from './wording.ts';

/** A Messages request as the body of a chat completion. What has no place there is a `BackendFault`, but for thinking of earlier turns, which is left out. */
export function chatRequest(request: MessageCreateParamsBase, kind: BackendKind, call: SendOptions): Fields {
  const wording = wordingFor(kind, request.model);
  const tools = chatTools(request, wording);
  const effort = reasoningEffort(request, wording);
  const schema = answerSchema(request);
  return {
    model: request.model,
    messages: chatMessages(request, wording),
    ...(tools.length > 0 && { tools }),
    ...toolChoice(request.tool_choice, (name) => ({ type: 'function', function: { name } })),
    [wording.limit]: answerLimit(request),
    ...(effort !== undefined && { reasoning_effort: effort }),
    ...(schema !== undefined && {
      response_format: { type: 'json_schema', json_schema: { name: 'answer', schema, strict: true } },
    }),
    ...(request.stop_sequences && { stop: request.stop_sequences }),
    ...sampling(request, wording),
    ...cacheKey(call, wording),
    ...automaticMark(request, wording),
    stream: true,
    stream_options: { include_usage: true },
  };
}

export const chatTools = (request: MessageCreateParamsBase, wording: Wording): Fields[] =>
  functionTools(request.tools, wording, (tool) => ({ type: 'function', function: tool }));

export function chatMessages(request: MessageCreateParamsBase, wording: Wording): Fields[] {
  const system = systemMessage(blocksOf(request.system, 'system'), wording);
  const turns = blocksOf(request.messages, 'messages').flatMap(({ path, value }) => {
    const blocks = blocksOf(value['content'], `${path}.content`);
    if (value['role'] === 'assistant') return [assistantMessage(spokenBlocks(blocks), wording)];
    return value['role'] === 'system' ? systemMessage(blocks, wording) : userMessages(blocks, wording);
  });
  return [...system, ...turns];
}

const NAMES: PartNames = {
  text: 'text',
  image: (url) => ({ type: 'image_url', image_url: { url } }),
  file: (filename, data) => ({ type: 'file', file: { filename, file_data: data } }),
};

function systemMessage(blocks: readonly PlacedBlock[], wording: Wording): Fields[] {
  if (blocks.length === 0) return [];
  const { systemBlocks, systemRole: role } = wording;
  if (systemBlocks !== 'parts') return [{ role, content: joined(blocks, systemBlocks.join) }];
  return [{ role, content: blocks.map((block) => part(block, wording, NAMES)) }];
}

/** Results of tools are messages of their own, and come first, as they do in a Messages request. */
function userMessages(blocks: readonly PlacedBlock[], wording: Wording): Fields[] {
  const results = blocks.filter(({ value }) => value['type'] === 'tool_result');
  const said = blocks.filter(({ value }) => value['type'] !== 'tool_result');
  const answers = results.map((result) => toolMessage(result, wording));
  // A tool's message holds text only; pictures that it gave back follow as the user's.
  const shown = results.flatMap(resultBlocks).filter(isNoText);
  const rest = [...shown, ...said];
  return rest.length === 0 ? answers : [...answers, { role: 'user', content: content(rest, wording) }];
}

function toolMessage(result: PlacedBlock, wording: Wording): Fields {
  const { path, value } = result;
  const plain = blocksOf(value['content'], `${path}.content`);
  // With pictures behind it, the message is not where the result ends.
  const marksItself = wording.marksMessages && !plain.some(isNoText);
  const blocks = marksItself ? plain : resultBlocks(result);
  const texts = blocks.filter((block) => !isNoText(block));
  return {
    role: 'tool',
    tool_call_id: textOf(value['tool_use_id']),
    content: spoken(texts, '\n', wording),
    ...(marksItself && markOf(value, wording)),
  };
}

function assistantMessage(blocks: readonly PlacedBlock[], wording: Wording): Fields {
  const calls = blocks.filter(({ value }) => value['type'] === 'tool_use').map((block) => toolCall(block, wording));
  const text = spoken(
    blocks.filter((block) => !isNoText(block)),
    '',
    wording,
  );
  return {
    role: 'assistant',
    content: text === '' && calls.length > 0 ? null : text,
    ...(calls.length > 0 && { tool_calls: calls }),
  };
}

function toolCall(block: PlacedBlock, wording: Wording): Fields {
  const { path, value } = block;
  if (!wording.marksMessages) refuseMark(block, wording);
  const call = {
    name: textOf(value['name']),
    arguments: JSON.stringify(fields(value['input'] ?? {}, `${path}.input`)),
  };
  const mark = wording.marksMessages && markOf(value, wording);
  return { id: textOf(value['id']), type: 'function', function: call, ...mark };
}

/** Texts as one, or as parts where one of them has a mark. */
function spoken(texts: readonly PlacedBlock[], join: string, wording: Wording): string | Fields[] {
  return texts.some(({ value }) => isMarked(value, wording))
    ? texts.map((block) => part(block, wording, NAMES))
    : joined(texts, join);
}

/** One text where nothing else is needed, because chat templates differ in what they make of parts. */
function content(blocks: readonly PlacedBlock[], wording: Wording): string | Fields[] {
  const isPlain = wording.systemBlocks !== 'parts' && !blocks.some(isNoText);
  return isPlain ? joined(blocks, '') : blocks.map((block) => part(block, wording, NAMES));
}

const joined = (blocks: readonly PlacedBlock[], join: string): string =>
  blocks.map(({ value }) => textOf(value['text'])).join(join);

const isNoText = ({ value }: PlacedBlock): boolean => value['type'] !== 'text';
