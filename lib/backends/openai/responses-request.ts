import type { SendOptions } from '@/lib/backends/backend.ts';
import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import type { Fields } from '@/lib/json-value.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import {
  blocksOf,
  fields,
  isMarked,
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

/** A Messages request as the body of a response. What has no place there is a `BackendFault`, but for thinking of earlier turns, which is left out. */
export function responsesRequest(request: MessageCreateParamsBase, kind: BackendKind, call: SendOptions): Fields {
  const wording = wordingFor(kind, request.model);
  const effort = reasoningEffort(request, wording);
  const schema = answerSchema(request);
  return {
    ...responsesInput(request, kind),
    max_output_tokens: answerLimit(request),
    ...(effort !== undefined && { reasoning: { effort, summary: 'auto' } }),
    ...(schema !== undefined && { text: { format: { type: 'json_schema', name: 'answer', schema, strict: true } } }),
    ...sampling(request, wording),
    ...cacheKey(call, wording),
    ...automaticMark(request, wording),
    store: false,
    stream: true,
  };
}

/** The part of the body that is the prompt. */
export function responsesInput(request: MessageCreateParamsBase, kind: BackendKind): Fields {
  const wording = wordingFor(kind, request.model);
  const tools = functionTools(request.tools, wording, (tool) => ({ type: 'function', strict: false, ...tool }));
  return {
    model: request.model,
    input: inputItems(request, wording),
    ...(tools.length > 0 && { tools }),
    ...toolChoice(request.tool_choice, (name) => ({ type: 'function', name })),
  };
}

const NAMES: PartNames = {
  text: 'input_text',
  image: (url) => ({ type: 'input_image', image_url: url }),
  file: (filename, data) => ({ type: 'input_file', filename, file_data: data }),
};

function inputItems(request: MessageCreateParamsBase, wording: Wording): Fields[] {
  const system = message(wording.systemRole, blocksOf(request.system, 'system'), wording);
  const turns = blocksOf(request.messages, 'messages').flatMap(({ path, value }) => {
    const blocks = blocksOf(value['content'], `${path}.content`);
    if (value['role'] === 'assistant') return assistantItems(spokenBlocks(blocks), wording);
    if (value['role'] === 'system') return message(wording.systemRole, blocks, wording);
    const results = blocks.filter(isResult).map((block) => resultItem(block, wording));
    return [
      ...results,
      ...message(
        'user',
        blocks.filter((block) => !isResult(block)),
        wording,
      ),
    ];
  });
  return [...system, ...turns];
}

const message = (role: string, blocks: readonly PlacedBlock[], wording: Wording): Fields[] =>
  blocks.length === 0 ? [] : [{ role, content: blocks.map((block) => part(block, wording, NAMES)) }];

const isResult = ({ value }: PlacedBlock): boolean => value['type'] === 'tool_result';

function resultItem(result: PlacedBlock, wording: Wording): Fields {
  const blocks = resultBlocks(result);
  const isPlain = blocks.every(({ value }) => value['type'] === 'text' && !isMarked(value, wording));
  const output = isPlain
    ? blocks.map((block) => textOf(block.value['text'])).join('\n')
    : blocks.map((block) => part(block, wording, NAMES));
  return { type: 'function_call_output', call_id: textOf(result.value['tool_use_id']), output };
}

/** Texts that follow each other are one message; calls are items of their own, in their place. */
function assistantItems(blocks: readonly PlacedBlock[], wording: Wording): Fields[] {
  const items: Fields[] = [];
  let texts: Fields[] = [];
  const close = () => {
    if (texts.length > 0) items.push({ role: 'assistant', content: texts });
    texts = [];
  };
  for (const block of blocks) {
    refuseMark(block, wording);
    const { path, value } = block;
    if (value['type'] === 'text') texts.push({ type: 'output_text', text: textOf(value['text']) });
    if (value['type'] !== 'tool_use') continue;
    close();
    const input = JSON.stringify(fields(value['input'] ?? {}, `${path}.input`));
    items.push({ type: 'function_call', call_id: textOf(value['id']), name: textOf(value['name']), arguments: input });
  }
  close();
  return items;
}
