import type { TokenizerFamily } from '@/lib/tokens/token-count.ts';
import type { PriceCard } from './rate-card.ts';

export type Vendor = 'anthropic' | 'openai';

/** The hidden system prompt that a request with tools carries, in tokens. */
interface ToolPromptTokens {
  /** With `tool_choice` auto or none. */
  readonly auto: number;
  /** With `tool_choice` any or tool; `rejected` where the model answers 400; absent where not known. */
  readonly forced?: number | 'rejected';
  /** The figures are not published for this model: they are another model's. */
  readonly assumed?: true;
}

/** What a provider says of one model. An absent figure is not known. */
export interface ModelFacts extends PriceCard {
  readonly id: string;
  /** As people say it: `Opus 5.5`. */
  readonly name: string;
  /** Other ids for the very same model; dated snapshots need not be listed. */
  readonly aliases?: readonly string[];
  readonly tokenizer: TokenizerFamily;
  /** The vendor has not said which vocabulary this model has: it is its predecessor's, so that a count is not exact. */
  readonly tokenizerAssumed?: true;
  /** Tokens of the whole prefix through the breakpoint, below which nothing is cached. */
  readonly minimumPrefixTokens?: number;
  /** The minimum is not in writing for this model: it is its predecessor's. */
  readonly minimumPrefixAssumed?: true;
  readonly contextWindow?: number;
  readonly maxOutput?: number;
  /** Absent where the vendor adds none that it tells of. */
  readonly toolPromptTokens?: ToolPromptTokens;
  /** Takes a last message of the assistant, to go on from; models from 4.6 on answer 400 (the provider's page on prefill). */
  readonly prefill?: true;
  readonly structuredOutputs: boolean;
  /** Takes `{"role":"system"}` entries inside `messages`. */
  readonly midConversationSystem: boolean;
  /** Thinking of earlier turns stays in the prompt, so that a new user turn does not break the prefix. */
  readonly keepsOldThinking: boolean;
  /**
   * Answers 400 to thinking that is sent back when what stands in front of it has changed since: always, or for accounts made on
   * 2026-08-31 or later (the provider's "What's new in Fable 5.2", an excerpt, read in November 2026). Absent: not known.
   */
  readonly bindsThinking?: 'always' | 'newer-accounts';
  /** Facts that rest on third parties' word, not on the vendor's documentation. */
  readonly thirdParty?: readonly ('rates' | 'factors' | 'contextWindow' | 'midConversationSystem')[];
  /** No longer served by the vendor's API; kept for old documents and recordings. */
  readonly retired?: true;
  /** What is announced of the model's end, for a person. */
  readonly deprecation?: string;
}

/** A vendor's models as read on one day (YYYY-MM-DD), newest first. */
export interface ModelTable {
  readonly vendor: Vendor;
  readonly source: string;
  readonly readOn: string;
  readonly models: readonly ModelFacts[];
}
