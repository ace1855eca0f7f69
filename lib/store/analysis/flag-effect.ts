import { countedText } from '@/lib/cache/block-tokens.ts';
import { DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { chainModel } from '@/lib/cache/chain-model.ts';
import { prefixChain } from '@/lib/cache/prefix-chain.ts';
import type { Document } from '@/lib/document/document.ts';
import type { FlagId } from '@/lib/prompt/flag.ts';
import { flattenRequest } from '@/lib/request/flatten-request.ts';
import { messageFrameTokens } from '@/lib/tokens/overhead.ts';
import type { Assembly } from './assembly.ts';

/** The document with one flag the other way round. */
export function flipFlag(document: Document, id: FlagId): Document {
  return { ...document, flags: { ...document.flags, [id]: !document.flags[id] } };
}

/** The texts whose counts `flagEffect` needs of an assembly; the same text is named once. */
export function promptTexts({ built }: Assembly): string[] {
  return [...new Set(flattenRequest(built.request).flatMap((block) => countedText(block) ?? []))];
}

/**
 * The whole tokens of the prompt that a flag adds while it is on, everything else as it stands; negative where it takes some away.
 * `flipped` is the assembly with that one flag the other way round.
 */
export function flagEffect(id: FlagId, current: Assembly, flipped: Assembly, count: (text: string) => number): number {
  const change = promptTokens(flipped, count) - promptTokens(current, count);
  return current.document.flags[id] ? -change || 0 : change;
}

function promptTokens({ document, built, card, family }: Assembly, count: (text: string) => number): number {
  const chain = prefixChain(built.request, {
    model: chainModel(card, messageFrameTokens(family, document.model)),
    workspace: '',
    count,
    digest: () => '',
    rules: DEFAULT_RULES,
  });
  return chain.totalTokens;
}
