import type { SendOptions } from '@/lib/backends/backend.ts';
import { type Fields, fieldsOf } from '@/lib/json-value.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { blocksOf, fields, markOf, textOf, unfit } from './parts.ts';
import type { Wording } from './wording.ts';

/** A function that a model may call; its schema is passed on as it is, key order included. */
export interface FunctionTool {
  readonly name: string;
  readonly description?: string;
  readonly parameters: unknown;
  readonly strict?: boolean;
}

/** Tools as `worded` puts them, with their marks beside them; OpenAI's own have no place for one. */
export function functionTools(tools: unknown, wording: Wording, worded: (tool: FunctionTool) => Fields): Fields[] {
  return blocksOf(tools, 'tools').map(({ path, value }) => {
    const { type, name, description, input_schema: parameters, strict } = value;
    if (type !== undefined && type !== null && type !== 'custom')
      throw unfit(path, `A tool of the type ${JSON.stringify(type)} runs at its own provider only.`);
    const tool = {
      name: textOf(name),
      ...(typeof description === 'string' && { description }),
      parameters: parameters ?? { type: 'object', properties: {} },
      ...(typeof strict === 'boolean' && { strict }),
    };
    return { ...worded(tool), ...(wording.marks === 'cache_control' && markOf(value, wording)) };
  });
}

/** The mark beside the whole request. */
export const automaticMark = (request: MessageCreateParamsBase, wording: Wording): Fields =>
  wording.cachesByMarks ? markOf({ cache_control: request.cache_control }, wording) : {};

/** `tool_choice` and whether calls may come together; `named` words the choice of one tool. */
export function toolChoice(choice: unknown, named: (name: string) => Fields): Fields {
  if (choice === undefined || choice === null) return {};
  const { type, name, disable_parallel_tool_use: single } = fields(choice, 'tool_choice');
  const words: Readonly<Record<string, unknown>> = {
    auto: 'auto',
    any: 'required',
    none: 'none',
    tool: named(textOf(name)),
  };
  const word = words[textOf(type)];
  if (word === undefined) throw unfit('tool_choice', `There is no choice ${JSON.stringify(type)}.`);
  return { tool_choice: word, ...(single === true && { parallel_tool_calls: false }) };
}

/** How much the model is to think, in OpenAI's words; `undefined`: not said, or nothing these servers take. */
export function reasoningEffort(request: MessageCreateParamsBase, { takesEffort }: Wording): string | undefined {
  if (!takesEffort) return undefined;
  const { effort } = fieldsOf(request.output_config);
  if (typeof effort === 'string') return effort === 'max' ? 'xhigh' : effort;
  const { type, budget_tokens: budget } = fieldsOf(request.thinking);
  if (type !== 'enabled' || typeof budget !== 'number') return undefined;
  // The steps that LiteLLM takes.
  if (budget >= 4096) return 'high';
  return budget >= 2048 ? 'medium' : 'low';
}

/** The schema that the answer must follow. */
export function answerSchema(request: MessageCreateParamsBase): unknown {
  const { type, schema } = fieldsOf(fieldsOf(request.output_config)['format']);
  return type === 'json_schema' ? schema : undefined;
}

/** Sampling, as far as the request says anything of it; these fields have left the Messages types, not every server. */
export function sampling(request: MessageCreateParamsBase, { takesTopK }: Wording): Fields {
  const { temperature, top_p, top_k } = request as unknown as Fields;
  return {
    ...(temperature !== undefined && { temperature }),
    ...(top_p !== undefined && { top_p }),
    ...(takesTopK && top_k !== undefined && { top_k }),
  };
}

/** OpenAI takes a key of at most so many characters, which brings requests of one prefix to one machine. */
const MAX_CACHE_KEY = 64;

export const cacheKey = ({ session }: SendOptions, { takesCacheKey }: Wording): Fields =>
  takesCacheKey ? { prompt_cache_key: session.slice(0, MAX_CACHE_KEY) } : {};

/** The least these interfaces answer with: they know no `max_tokens: 0`. */
export const answerLimit = ({ max_tokens }: MessageCreateParamsBase): number => Math.max(1, max_tokens);
