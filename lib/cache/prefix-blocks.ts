import { automaticMark } from '@/lib/request/automatic-mark.ts';
import { type FlatBlock, flattenRequest, isAttributionHeader, ttlOf } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { CacheRules } from './cache-rules.ts';

/**
 * The blocks of a request as the prompt is rendered (caching rules §§1, 3, 12): without what the provider drops, in its order, each
 * with the mark that acts at its end, top-level and nested ones included.
 */
export function prefixBlocks(
  request: MessageCreateParamsBase,
  rules: CacheRules,
  keepsOldThinking: boolean,
): FlatBlock[] {
  const sent = flattenRequest(request);
  const automatic = automaticMark(sent, ttlOf(request.cache_control));
  const found = automatic.ok ? automatic.value : undefined;
  const lastSpoken = sent.findLastIndex(
    ({ role, level, value }) => level === 'messages' && role === 'user' && value.type !== 'tool_result',
  );
  const isForgotten = ({ value }: FlatBlock, index: number) =>
    rules.stripsOldThinking && !keepsOldThinking && index < lastSpoken && isThinking(value);
  const kept = sent.filter(
    (block, index) => !(rules.stripsAttributionHeader && isAttributionHeader(block)) && !isForgotten(block, index),
  );
  const marked = kept.map((block) => {
    const nested = rules.nestedMarksAtBlockEnd ? block.nested?.at(-1)?.ttl : undefined;
    const breakpoint = block.breakpoint ?? (found?.path === block.path ? found.ttl : nested);
    return breakpoint === block.breakpoint ? block : { ...block, breakpoint };
  });
  return rules.webToolsBehindTools ? webToolsLast(marked) : marked;
}

/** Web search and web fetch are part of the hidden system prompt, so they are rendered first in it. */
function webToolsLast(blocks: readonly FlatBlock[]): FlatBlock[] {
  const isWebTool = ({ level, value }: FlatBlock) =>
    level === 'tools' && /^web_(?:search|fetch)_/.test(value.type ?? '');
  if (!blocks.some(isWebTool)) return [...blocks];
  const web = blocks.filter(isWebTool).map((block) => ({ ...block, level: 'system' as const }));
  const rest = blocks.filter((block) => !isWebTool(block));
  const behindTools = rest.findIndex(({ level }) => level !== 'tools');
  return rest.toSpliced(behindTools === -1 ? rest.length : behindTools, 0, ...web);
}

export const isThinking = ({ type }: FlatBlock['value']): boolean =>
  type === 'thinking' || type === 'redacted_thinking';
