import type { ImportedRequest } from '@/lib/prompt/imported-request.ts';
import { likeImported } from '@/lib/prompt/like-imported.ts';
import type {
  CacheControlEphemeral,
  ContentBlockParam,
  MessageCreateParamsBase,
  MessageParam,
  ToolUnion,
} from './wire.ts';

/** The fields of a body that a document holds. */
export interface RequestBody {
  readonly model: string;
  readonly max_tokens: number;
  /** The mark of automatic caching, where it is on. */
  readonly cache_control: CacheControlEphemeral | undefined;
  readonly tools: ToolUnion[];
  readonly system: ContentBlockParam[];
  readonly messages: MessageParam[];
}

/** The body in the imported order of fields, with those that the document does not hold; a field it did not have comes behind when it is needed. A mark goes with caching. */
export function importedBody(
  body: RequestBody,
  { fields, isSystemText }: ImportedRequest,
  isCached: boolean,
): MessageCreateParamsBase {
  const own = new Map<string, unknown>(Object.entries({ ...body, system: systemForm(body.system, isSystemText) }));
  const named = fields.flatMap(({ name, json }): [string, unknown][] => {
    if (json !== undefined) return name === 'cache_control' && !isCached ? [] : [[name, JSON.parse(json)]];
    return own.get(name) === undefined ? [] : [[name, own.get(name)]];
  });
  const names = new Set(named.map(([name]) => name));
  const added = [...own].filter(
    ([name, value]) =>
      !names.has(name) && name !== 'max_tokens' && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries([...named, ...added]) as unknown as MessageCreateParamsBase;
}

/** A list of one plain text may go out as the text it came as. */
function systemForm(system: ContentBlockParam[], isText: boolean): string | ContentBlockParam[] {
  return isText ? (plainText(system) ?? system) : system;
}

/** A message whose content is a list of blocks, or the one text it came as. */
export function wireMessage(
  role: MessageParam['role'],
  content: ContentBlockParam[],
  wire: string | undefined,
): MessageParam {
  if (wire === undefined) return { role, content } as MessageParam;
  const isText = typeof (JSON.parse(wire) as { content?: unknown }).content === 'string';
  const written = isText ? (plainText(content) ?? content) : content;
  return likeImported({ role, content: written }, wire) as unknown as MessageParam;
}

function plainText(content: readonly ContentBlockParam[]): string | undefined {
  const [first] = content;
  return content.length === 1 && first?.type === 'text' && Object.keys(first).length === 2 ? first.text : undefined;
}
