import type { SendOptions } from '@/lib/backends/backend.ts';
import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import type { Fields } from '@/lib/json-value.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { blocksOf, fields, type PartNames, type PlacedBlock, part, spokenBlocks, textOf } from './parts.ts';
import {
  answerLimit,
  answerSchema,
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
  const tools = functionTools(request.tools);
  const effort = reasoningEffort(request, wording);
  const schema = answerSchema(request);
  return {
    model: request.model,
    messages: chatMessages(request, wording),
    ...(tools.length > 0 && { tools: tools.map((tool) => ({ type: 'function', function: tool })) }),
    ...toolChoice(request.tool_choice, (name) => ({ type: 'function', function: { name } })),
    [wording.limit]: answerLimit(request),
    ...(effort !== undefined && { reasoning_effort: effort }),
    ...(schema !== undefined && {
      response_format: { type: 'json_schema', json_schema: { name: 'answer', schema, strict: true } },
    }),
    ...(request.stop_sequences && { stop: request.stop_sequences }),
    ...sampling(request, wording),
    ...cacheKey(call, wording),
    stream: true,
    stream_options: { include_usage: true },
  };
}

export function chatMessages(request: MessageCreateParamsBase, wording: Wording): Fields[] {
  const system = systemMessage(blocksOf(request.system, 'system'), wording);
  const turns = blocksOf(request.messages, 'messages').flatMap(({ path, value }) => {
    const blocks = blocksOf(value['content'], `${path}.content`);
    if (value['role'] === 'assistant') return [assistantMessage(spokenBlocks(blocks))];
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
  const answers = results.map(({ path, value }) => toolMessage(path, value));
  // A tool's message holds text only; pictures that it gave back follow as the user's.
  const shown = results.flatMap(({ path, value }) => blocksOf(value['content'], `${path}.content`)).filter(isNoText);
  const rest = [...shown, ...said];
  return rest.length === 0 ? answers : [...answers, { role: 'user', content: content(rest, wording) }];
}

function toolMessage(path: string, value: Fields): Fields {
  const texts = blocksOf(value['content'], `${path}.content`).filter((block) => !isNoText(block));
  return { role: 'tool', tool_call_id: textOf(value['tool_use_id']), content: joined(texts, '\n') };
}

function assistantMessage(blocks: readonly PlacedBlock[]): Fields {
  const calls = blocks
    .filter(({ value }) => value['type'] === 'tool_use')
    .map(({ path, value }) => {
      const call = {
        name: textOf(value['name']),
        arguments: JSON.stringify(fields(value['input'] ?? {}, `${path}.input`)),
      };
      return { id: textOf(value['id']), type: 'function', function: call };
    });
  const text = joined(
    blocks.filter((block) => !isNoText(block)),
    '',
  );
  return {
    role: 'assistant',
    content: text === '' && calls.length > 0 ? null : text,
    ...(calls.length > 0 && { tool_calls: calls }),
  };
}

/** One text where nothing else is needed, because chat templates differ in what they make of parts. */
function content(blocks: readonly PlacedBlock[], wording: Wording): string | Fields[] {
  const isPlain = wording.systemBlocks !== 'parts' && !blocks.some(isNoText);
  return isPlain ? joined(blocks, '') : blocks.map((block) => part(block, wording, NAMES));
}

const joined = (blocks: readonly PlacedBlock[], join: string): string =>
  blocks.map(({ value }) => textOf(value['text'])).join(join);

const isNoText = ({ value }: PlacedBlock): boolean => value['type'] !== 'text';
