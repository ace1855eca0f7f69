import type { AssembledPrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { Layer, Span } from '@/lib/prompt/block.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import { splitSystemPrompt } from '@/lib/prompt/split-system-prompt.ts';
import { BOUNDARY_MARKER } from '@/lib/prompt/system-prompt.ts';
import { rememberLast } from '@/lib/remember.ts';
import { automaticMark } from './automatic-mark.ts';
import type { CacheSettings } from './cache-settings.ts';
import { flattenRequest, type Ttl } from './flatten-request.ts';
import { importedBody, type RequestBody } from './imported-body.ts';
import { importedSystem } from './imported-system.ts';
import { type DraftBlock, messageDrafts } from './message-drafts.ts';
import { type Marking, wireMark } from './place-mark.ts';
import type { RequestBlock } from './request-block.ts';
import { sentBlock, wireBlock } from './sent-block.ts';
import { sentMessages } from './sent-messages.ts';
import { sentTools } from './sent-tools.ts';
import { placeSessionContext } from './session-layout.ts';
import type { MessageCreateParamsBase, TextBlockParam } from './wire.ts';

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
  const marking = markingOf(cache, input.flags.one_hour_ttl ? '1h' : '5m', takesScope);
  const tools = sentTools(prompt.tools, marking);
  const system = input.imported
    ? importedSystem(prompt, input, input.imported)
    : clientSystem(prompt, cache.markDynamic);
  const drafts = messageDrafts(prompt, input, cache.markLastUserBlock);
  const messages = sentMessages(
    prompt.sessionContext
      ? placeSessionContext(drafts, prompt.sessionContext, settings.systemMessages ?? false)
      : drafts,
    marking,
  );
  const isAutomatic = cache.enabled && cache.automatic === true;
  const body: RequestBody = {
    model: settings.model,
    max_tokens: settings.maxTokens,
    cache_control: isAutomatic ? wireMark({ ttl: marking.ttl, by: 'automatic' }, false).cache_control : undefined,
    tools: tools.wires,
    system: system.map((block) => wireBlock(block, marking)),
    messages: messages.wires,
  };
  const others = settings.fields === undefined ? {} : otherFields(settings.fields);
  const request = input.imported
    ? importedBody({ ...body, ...others }, input.imported, cache.enabled)
    : clientBody(body, others);
  const blocks: readonly RequestBlock[] = [
    ...tools.blocks,
    ...system.map((block, index) => sentBlock(block, 'system', `system.${index}`, marking)),
    ...messages.blocks,
  ];
  return {
    request,
    blocks: automaticallyMarked(blocks, request),
    globalScopeSkipped: prompt.hasMcpTools && prompt.system.some(({ text }) => text === BOUNDARY_MARKER),
  };
}

const markingOf = rememberLast(
  (cache: CacheSettings, ttl: Ttl, takesScope: boolean): Marking => ({ cache, ttl, takesScope }),
);

/** The blocks with the mark of automatic caching. An imported mark that the setting would write otherwise is kept as it is, and acts all the same. */
function automaticallyMarked(
  blocks: readonly RequestBlock[],
  request: MessageCreateParamsBase,
): readonly RequestBlock[] {
  if (!request.cache_control) return blocks;
  const ttl = request.cache_control.ttl ?? '5m';
  const automatic = automaticMark(flattenRequest(request), ttl);
  const path = automatic.ok ? automatic.value?.path : undefined;
  return blocks.map((block) => (block.path === path ? { ...block, breakpoint: { ttl, by: 'automatic' } } : block));
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
