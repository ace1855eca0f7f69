import type { AssembledPrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { BlockSource, Layer, Span } from '@/lib/prompt/block.ts';
import { likeImported } from '@/lib/prompt/like-imported.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import { wholePart } from '@/lib/prompt/select-prompt.ts';
import { splitSystemPrompt } from '@/lib/prompt/split-system-prompt.ts';
import { BOUNDARY_MARKER } from '@/lib/prompt/system-prompt.ts';
import type { WireTool } from '@/lib/prompt/wire-tool.ts';
import { automaticMark } from './automatic-mark.ts';
import type { CacheSettings } from './cache-settings.ts';
import { flattenRequest, type PrefixLevel, type Ttl } from './flatten-request.ts';
import { importedBody, type RequestBody, wireMessage } from './imported-body.ts';
import { importedSystem } from './imported-system.ts';
import { type DraftBlock, messageDrafts } from './message-drafts.ts';
import { placeMark, wireMark } from './place-mark.ts';
import { placeSessionContext } from './session-layout.ts';
import type { ContentBlockParam, MessageCreateParamsBase, TextBlockParam, ToolUnion } from './wire.ts';

/** A block as it is sent: its place on the wire, and which characters of it came from what a person edited. */
export interface RequestBlock {
  readonly id: string;
  readonly title: string;
  readonly level: PrefixLevel;
  readonly path: string;
  readonly layer: Layer;
  readonly text: string;
  readonly spans: readonly Span[];
  /** The mark it carries, and who placed it. */
  readonly breakpoint: { readonly ttl: Ttl; readonly by: 'rule' | 'hand' | 'automatic' } | undefined;
}

export interface BuiltRequest {
  readonly request: MessageCreateParamsBase;
  readonly blocks: readonly RequestBlock[];
  /** Global scope was asked for, but MCP tools in front of it made it impossible. */
  readonly globalScopeSkipped: boolean;
}

export interface RequestSettings {
  readonly model: string;
  readonly maxTokens: number;
  readonly cache: CacheSettings;
  /** Other fields of the request, as the text of a JSON object. */
  readonly fields?: string;
  /** The backend takes the first-party beta for `scope`; absent is yes. */
  readonly takesScope?: boolean;
  /** The model takes system messages among the others. */
  readonly systemMessages?: boolean;
}

/** An assembled prompt as a Messages request, each block marked as the rules or the user say. */
export function buildRequest(prompt: AssembledPrompt, input: PromptInput, settings: RequestSettings): BuiltRequest {
  const { cache, takesScope = true } = settings;
  const ttl: Ttl = input.flags.one_hour_ttl ? '1h' : '5m';
  const mark = (id: string, ruled: DraftBlock['ruled']) => placeMark(id, ruled, ttl, cache);
  const control = (id: string, ruled: DraftBlock['ruled'], wire?: string) =>
    wireMark(mark(id, ruled), ruled === 'global' && cache.sendScope && takesScope, wire);

  const tools = prompt.tools.map(({ id, wire, imported }): { block: RequestBlock; wire: ToolUnion } => {
    const text = toolText(wire);
    const source: BlockSource = { type: 'tool', id };
    const block = { id: `tool:${id}`, title: wire.name, level: 'tools', layer: 'tools', text } as const;
    const marked = mark(block.id, undefined);
    return {
      block: {
        ...block,
        path: '',
        spans: wholePart(text, source, 'tools').spans,
        breakpoint: wire.defer_loading ? undefined : marked,
      },
      // An imported one may be faulty: what the provider would refuse is shown, not mended.
      wire: (marked && (!wire.defer_loading || imported !== undefined)
        ? likeImported({ ...wire, ...control(block.id, undefined, imported) }, imported)
        : wire) as unknown as ToolUnion,
    };
  });

  const system = input.imported
    ? importedSystem(prompt, input, input.imported)
    : clientSystem(prompt, cache.markDynamic);
  const drafts = messageDrafts(prompt, input, cache.markLastUserBlock);
  const messages = prompt.sessionContext
    ? placeSessionContext(drafts, prompt.sessionContext, settings.systemMessages ?? false)
    : drafts;
  const wireBlock = ({ id, part, ruled, content, wire }: DraftBlock): ContentBlockParam => {
    const marks = control(id, ruled, wire);
    if (content && !marks.cache_control) return content;
    const fields = content ?? { type: 'text', text: part.text };
    return likeImported({ ...fields, ...marks }, wire) as unknown as ContentBlockParam;
  };
  const sentBlock = (
    { id, title, layer, part, ruled }: DraftBlock,
    level: PrefixLevel,
    path: string,
  ): RequestBlock => ({
    id,
    title,
    layer,
    level,
    path,
    ...part,
    breakpoint: mark(id, ruled),
  });
  const isAutomatic = cache.enabled && cache.automatic === true;
  const body: RequestBody = {
    model: settings.model,
    max_tokens: settings.maxTokens,
    cache_control: isAutomatic ? wireMark({ ttl, by: 'automatic' }, false).cache_control : undefined,
    tools: tools.map(({ wire }) => wire),
    system: system.map(wireBlock),
    messages: messages.map(({ role, blocks, wire }) => wireMessage(role, blocks.map(wireBlock), wire)),
  };
  const others = settings.fields === undefined ? {} : otherFields(settings.fields);
  const request = input.imported
    ? importedBody({ ...body, ...others }, input.imported, cache.enabled)
    : clientBody(body, others);
  // An imported mark that the setting would write otherwise is kept as it is, and acts all the same.
  const asked = request.cache_control ? (request.cache_control.ttl ?? '5m') : undefined;
  const automatic = asked && automaticMark(flattenRequest(request), asked);
  const automaticPath = automatic?.ok ? automatic.value?.path : undefined;
  const blocks: RequestBlock[] = [
    ...tools.map(({ block }, index) => ({ ...block, path: `tools.${index}` })),
    ...system.map((draft, index) => sentBlock(draft, 'system', `system.${index}`)),
    ...messages.flatMap(({ blocks: drafts }, index) =>
      drafts.map((draft, part) => sentBlock(draft, 'messages', `messages.${index}.content.${part}`)),
    ),
  ];
  return {
    request,
    blocks: blocks.map((block) =>
      asked && block.path === automaticPath ? { ...block, breakpoint: { ttl: asked, by: 'automatic' } } : block,
    ),
    globalScopeSkipped: prompt.hasMcpTools && prompt.system.some(({ text }) => text === BOUNDARY_MARKER),
  };
}

/** The blocks that a client makes of the system prompt. */
function clientSystem({ system, hasMcpTools }: AssembledPrompt, markDynamic: boolean): DraftBlock[] {
  return splitSystemPrompt(system, { skipGlobalScope: hasMcpTools, dynamicScope: markDynamic ? 'org' : null }).map(
    ({ role, text, cacheScope, spans }): DraftBlock => {
      const layer = role === 'static' || role === 'header' || role === 'identity' ? 'static' : leadingLayer(spans);
      return {
        id: `system:${role}`,
        title: SYSTEM_TITLES[role],
        layer,
        part: { text, spans },
        ruled: cacheScope ?? undefined,
      };
    },
  );
}

/** The fields in a client's order; tools and system are left out when they are empty. */
function clientBody(
  { model, max_tokens, cache_control: mark, tools, system, messages }: RequestBody,
  others: object,
): MessageCreateParamsBase {
  return {
    model,
    max_tokens,
    ...(mark && { cache_control: mark }),
    ...others,
    ...(tools.length > 0 && { tools }),
    ...(system.length > 0 && { system: system as TextBlockParam[] }),
    messages,
  };
}

/** The document's schema has seen that it is an object; unfinished JSON is never handed on. */
const otherFields = (text: string): object => (text.trim() === '' ? {} : (JSON.parse(text) as object));

const toolTexts = new WeakMap<WireTool, string>();

/** A tool's JSON, made once for the same tool. */
function toolText(wire: WireTool): string {
  const text = toolTexts.get(wire) ?? JSON.stringify(wire);
  toolTexts.set(wire, text);
  return text;
}

const SYSTEM_TITLES = {
  header: 'Attribution header',
  identity: 'Identity',
  static: 'Static prompt',
  dynamic: 'Dynamic prompt',
  rest: 'System prompt',
} as const;

/** A block without a static region takes the layer of what it starts with. */
function leadingLayer(spans: readonly Span[]): Layer {
  return spans[0]?.layer ?? 'session';
}
