import { isFields, valueWords } from '@/lib/json-value.ts';
import type { FlatBlock } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { imageCount } from './block-tokens.ts';
import type { CacheRules } from './cache-rules.ts';

/** Request parameters that are part of the key, by the level at which they enter it (invalidation table, caching rules §1). */
export interface LevelParameters {
  readonly tools: string;
  readonly system: string;
  readonly messages: string;
}

/** A parameter set to its default is the same as one left out. */
export function levelParameters(
  request: MessageCreateParamsBase,
  blocks: readonly FlatBlock[],
  rules: CacheRules,
  betas: readonly string[] = [],
): LevelParameters {
  const { thinking, output_config: output } = request;
  const choice = isFields(request.tool_choice) ? request.tool_choice : undefined;
  const configFirst = rules.configFirstModels.includes(request.model);
  const config = {
    thinking: thinking?.type === 'disabled' ? undefined : (thinking ?? undefined),
    effort: output?.effort === 'high' ? undefined : (output?.effort ?? undefined),
  };
  return {
    tools: JSON.stringify(configFirst ? config : {}),
    system: JSON.stringify({
      webSearch: hasTool(request, 'web_search'),
      webFetch: hasTool(request, 'web_fetch'),
      citations: blocks.some(isCited),
      speed: rules.speedInKey && request.speed === 'fast' ? 'fast' : 'standard',
    }),
    messages: JSON.stringify({
      choice: choice?.type === 'tool' ? { type: choice.type, name: choice.name } : (choice?.type ?? 'auto'),
      parallel: !(choice && 'disable_parallel_tool_use' in choice && choice.disable_parallel_tool_use),
      images: blocks.some((block) => imageCount(block) > 0),
      format: output?.format ?? undefined,
      betas: rules.betasInKey && betas.length > 0 ? [...new Set(betas)].sort() : undefined,
      context: rules.contextManagementInKey ? contextManagement(request) : undefined,
      ...(configFirst ? {} : config),
    }),
  };
}

function hasTool(request: MessageCreateParamsBase, prefix: string): boolean {
  return (request.tools ?? []).some((tool) => 'type' in tool && valueWords(tool.type).startsWith(prefix));
}

/** A beta parameter that the types of the API do not have yet. */
function contextManagement(request: object): unknown {
  return 'context_management' in request ? (request.context_management ?? undefined) : undefined;
}

/** Citations are on for the block itself, or for a document in a tool's result. */
function isCited({ value }: FlatBlock): boolean {
  if (isCiting(value)) return true;
  return value.type === 'tool_result' && Array.isArray(value.content) && value.content.some(isCiting);
}

const isCiting = (value: object): boolean =>
  'citations' in value && isFields(value.citations) && value.citations['enabled'] === true;
