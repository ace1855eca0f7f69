import type { AssembledPrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { BlockSource, Layer, Span } from '@/lib/prompt/block.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import { wholePart } from '@/lib/prompt/select-prompt.ts';
import { splitSystemPrompt } from '@/lib/prompt/split-system-prompt.ts';
import type { WireTool } from '@/lib/prompt/wire-tool.ts';
import type { CacheSettings } from './cache-settings.ts';
import type { PrefixLevel, Ttl } from './flatten-request.ts';
import { type DraftBlock, messageDrafts } from './message-drafts.ts';
import { placeMark, wireMark } from './place-mark.ts';
import { type PlacedMessage, placeSessionContext } from './session-layout.ts';
import type { MessageCreateParamsBase, MessageParam, TextBlockParam, ToolUnion } from './wire.ts';

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
  readonly breakpoint: { readonly ttl: Ttl; readonly by: 'rule' | 'hand' } | undefined;
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
  /** The model takes system messages among the others. */
  readonly systemMessages?: boolean;
}

/** An assembled prompt as a Messages request, each block marked as the rules or the user say. */
export function buildRequest(prompt: AssembledPrompt, input: PromptInput, settings: RequestSettings): BuiltRequest {
  const { cache } = settings;
  const ttl: Ttl = input.flags.one_hour_ttl ? '1h' : '5m';
  const mark = (id: string, ruled: DraftBlock['ruled']) => placeMark(id, ruled, ttl, cache);
  const control = (id: string, ruled: DraftBlock['ruled']) =>
    wireMark(mark(id, ruled), ruled === 'global' && cache.sendScope);

  const tools = prompt.tools.map(({ id, wire }): { block: RequestBlock; wire: ToolUnion } => {
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
      wire: (marked && !wire.defer_loading ? { ...wire, ...control(block.id, undefined) } : wire) as ToolUnion,
    };
  });

  const system = splitSystemPrompt(prompt.system, {
    skipGlobalScope: prompt.hasMcpTools,
    dynamicScope: cache.markDynamic ? 'org' : null,
  }).map(({ role, text, cacheScope, spans }): DraftBlock => {
    const layer = role === 'static' || role === 'header' || role === 'identity' ? 'static' : leadingLayer(spans);
    return {
      id: `system:${role}`,
      title: SYSTEM_TITLES[role],
      layer,
      part: { text, spans },
      ruled: cacheScope ?? undefined,
    };
  });

  const drafts = messageDrafts(prompt, input, cache.markLastUserBlock);
  const messages: readonly PlacedMessage[] = prompt.sessionContext
    ? placeSessionContext(drafts, prompt.sessionContext, settings.systemMessages ?? false)
    : drafts;
  const wireText = ({ id, part, ruled }: DraftBlock): TextBlockParam => ({
    type: 'text',
    text: part.text,
    ...control(id, ruled),
  });
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
  return {
    request: {
      model: settings.model,
      max_tokens: settings.maxTokens,
      ...(tools.length > 0 && { tools: tools.map(({ wire }) => wire) }),
      ...(system.length > 0 && { system: system.map(wireText) }),
      messages: messages.map(({ role, blocks }): MessageParam => ({ role, content: blocks.map(wireText) })),
    },
    blocks: [
      ...tools.map(({ block }, index) => ({ ...block, path: `tools.${index}` })),
      ...system.map((draft, index) => sentBlock(draft, 'system', `system.${index}`)),
      ...messages.flatMap(({ blocks }, index) =>
        blocks.map((draft, part) => sentBlock(draft, 'messages', `messages.${index}.content.${part}`)),
      ),
    ],
    globalScopeSkipped: prompt.hasMcpTools && input.flags.global_cache_scope,
  };
}

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
