import { DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import type { CachePolicy } from '@/lib/cache/policy.ts';
import type { ChainModel } from '@/lib/cache/prefix-chain.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';

/**
 * The tokens each block of the prefix has beside its text (tool prompt, message frame, images), by path, as a provider counts growing
 * prefixes: the tool prompt comes with the first tool, not with the first block behind the tools, which carries it in the chain.
 */
export function hiddenTokens(
  request: MessageCreateParamsBase,
  model: ChainModel,
  policy: Pick<CachePolicy, 'chain'>,
): ReadonlyMap<string, number> {
  const chainWith = (own: ChainModel) =>
    policy.chain(request, { model: own, workspace: '', count: () => 0, digest: () => '', rules: DEFAULT_RULES });
  const { positions, totalTokens } = chainWith(model);
  // Servers of local models have no tool prompt, whatever the card says.
  const hasToolPrompt = totalTokens > chainWith({ ...model, toolPromptTokens: { auto: 0, forced: 0 } }).totalTokens;
  const firstTool = positions.findIndex(({ level }) => level === 'tools');
  const behindTools = positions.findIndex(({ level }) => level !== 'tools');
  const auto = hasToolPrompt ? model.toolPromptTokens.auto : 0;
  const shift = (index: number) =>
    firstTool === -1 ? 0 : index === firstTool ? auto : index === behindTools ? -auto : 0;
  return new Map(positions.map(({ path, tokens }, index) => [path, tokens + shift(index)]));
}
