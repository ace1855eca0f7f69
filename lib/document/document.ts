import type { PriceTerms } from '@/lib/pricing/price-terms.ts';
import type { PromptInput } from '@/lib/prompt/prompt-input.ts';
import type { CacheSettings } from '@/lib/request/cache-settings.ts';

/** The format that is written now; older ones are migrated (migrations.ts), newer ones refused. */
export const DOCUMENT_VERSION = 2;

/** The preset a document started from: what links are a difference from, and what a reset goes back to. */
export interface PresetReference {
  readonly id: string;
  readonly version: number;
}

/** Everything a person edits, saves and shares. It never holds a key. */
export interface Document extends PromptInput {
  readonly version: typeof DOCUMENT_VERSION;
  readonly preset: PresetReference;
  readonly title: string;
  readonly model: string;
  /** Tokens the reply may take. */
  readonly maxTokens: number;
  /** Fields of the request that are no part of the prompt, as the text of a JSON object; absent: none. */
  readonly fields?: string;
  /** On what terms the model is paid; absent: its card's standard price. */
  readonly price?: PriceTerms;
  readonly cache: CacheSettings;
  /** The id of a backend; which ones exist is the server's word. */
  readonly backend: string;
}
