import { chainModel } from '@/lib/cache/chain-model.ts';
import { type PrefixChain, prefixChain } from '@/lib/cache/prefix-chain.ts';
import { messageFrameTokens } from '@/lib/tokens/overhead.ts';
import type { Admitted } from './admit.ts';
import type { EmulatorDeps } from './emulator-deps.ts';

/** The prefix chain of an admitted request, with the token counts of its model. */
export function requestChain({ body, card, workspace, betas, controls }: Admitted, deps: EmulatorDeps): PrefixChain {
  return prefixChain(body, {
    model: chainModel(card, messageFrameTokens(card.tokenizer, card.id)),
    workspace,
    count: (text) => deps.countTokens(text, card.tokenizer).tokens,
    digest: deps.digest,
    rules: controls.keepsAttribution ? { ...deps.rules, stripsAttributionHeader: false } : deps.rules,
    betas,
    links: deps.links,
    rememberTokens: (content, compute) => deps.rememberCount(`${card.tokenizer} ${content}`, compute),
  });
}
