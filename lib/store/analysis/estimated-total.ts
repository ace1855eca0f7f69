import { countedText } from '@/lib/cache/block-tokens.ts';
import type { PrefixChain } from '@/lib/cache/prefix-chain.ts';
import { flattenRequest } from '@/lib/request/flatten-request.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';

type Count = (text: string) => TokenCount;

/**
 * The chain's total had its texts been counted by `estimate` in the place of `count`, in tokens; `undefined` when no text is an
 * estimate (there is nothing to calibrate) or one is still rough.
 */
export function estimatedTotal(
  request: MessageCreateParamsBase,
  chain: PrefixChain,
  count: Count,
  estimate: Count,
): number | undefined {
  const inPrefix = new Set(chain.positions.map(({ path }) => path));
  const texts = flattenRequest(request).flatMap((block) =>
    inPrefix.has(block.path) ? (countedText(block) ?? []) : [],
  );
  const methods = new Set(texts.map((text) => estimate(text).method));
  if (methods.has('rough') || !methods.has('estimate')) return undefined;
  return texts.reduce((sum, text) => sum + estimate(text).tokens - count(text).tokens, chain.totalTokens);
}
