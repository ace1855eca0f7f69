import { contentDigest } from '@/lib/cache/block-tokens.ts';
import type { Digest } from '@/lib/cache/digest.ts';
import type { PrefixChain } from '@/lib/cache/prefix-chain.ts';
import { type FlatBlock, flattenRequest, isAttributionHeader } from '@/lib/request/flatten-request.ts';
import type { Diagnostics, MessageCreateParamsBase } from '@/lib/request/wire.ts';

/** What is kept of a request to compare the next one with: hashes only (caching rules §8). */
export interface Fingerprint {
  readonly model: string;
  readonly system: string;
  readonly tools: string;
  readonly messages: readonly string[];
  /** Everything else that is part of the prompt: tool choice, thinking, output, context management, betas. */
  readonly rest: string;
}

export function fingerprint(request: MessageCreateParamsBase, betas: readonly string[], digest: Digest): Fingerprint {
  const blocks = flattenRequest(request).filter((block) => !isAttributionHeader(block));
  const short = (text: string) => digest(text).slice(0, 16);
  const content = (block: FlatBlock) => contentDigest(block, digest);
  const level = (name: FlatBlock['level']) =>
    short(JSON.stringify(blocks.filter((block) => block.level === name).map(content)));
  const { tool_choice: choice, thinking, output_config: output } = request;
  const context = 'context_management' in request ? request.context_management : undefined;
  return {
    model: `${request.model} ${request.speed ?? 'standard'}`,
    system: level('system'),
    tools: level('tools'),
    messages: request.messages.map(({ role }, index) =>
      short(JSON.stringify([role, ...blocks.filter(({ path }) => path.startsWith(`messages.${index}.`)).map(content)])),
    ),
    rest: short(JSON.stringify([choice, thinking, output, context, [...betas].sort()])),
  };
}

/**
 * The provider's verdict on two requests, in its order, earliest difference only; `null` when the later one goes on from the earlier.
 * The missed tokens are those of the marked prefix from the difference on: their size is all that the provider promises too.
 */
export function diagnose(before: Fingerprint, now: Fingerprint, chain: PrefixChain): Diagnostics | null {
  const missed = (isInFront: (path: string) => boolean) => {
    const end = (chain.positions.findLast(({ breakpoint }) => breakpoint) ?? chain.positions.at(-1))?.end ?? 0;
    const kept = chain.positions.findLast(({ path }) => isInFront(path))?.end ?? 0;
    return Math.max(0, end - kept);
  };
  const reason = (type: 'model_changed' | 'system_changed' | 'tools_changed' | 'messages_changed', tokens: number) => ({
    cache_miss_reason: { type, cache_missed_input_tokens: tokens },
  });
  if (before.model !== now.model)
    return reason(
      'model_changed',
      missed(() => false),
    );
  if (before.system !== now.system)
    return reason(
      'system_changed',
      missed((path) => path.startsWith('tools.')),
    );
  if (before.tools !== now.tools)
    return reason(
      'tools_changed',
      missed(() => false),
    );
  const changed = before.messages.findIndex((hash, index) => hash !== now.messages[index]);
  if (changed !== -1) {
    const isInFront = (path: string) => !path.startsWith('messages.') || Number(path.split('.')[1]) < changed;
    return reason('messages_changed', missed(isInFront));
  }
  return before.rest === now.rest ? null : { cache_miss_reason: { type: 'unavailable' } };
}
