import type { Span } from './block.ts';

/** The text that marks where the static part ends; it never reaches the wire. */
export const BOUNDARY_MARKER = '__SYSTEM_PROMPT_DYNAMIC_BOUNDARY__';

/** How the text of the attribution header starts; the first-party API recognises and drops it by this and a colon. */
export const HEADER_PREFIX = 'x-anthropic-billing-header';

/** One string of the system prompt before the split, with the origin of its characters (offsets into `text`). */
export interface PromptPart {
  readonly text: string;
  readonly spans: readonly Span[];
}

declare const systemPromptBrand: unique symbol;

/** An ordered list of parts, the boundary marker perhaps among them; branded, so that no bare list passes for one. */
export type SystemPrompt = readonly PromptPart[] & { readonly [systemPromptBrand]: true };

export const asSystemPrompt = (parts: readonly PromptPart[]): SystemPrompt => parts as SystemPrompt;

/** The identity lines that the split knows a prefix block by (exact membership). */
export const IDENTITIES = {
  cli: "You are Tern, a coding agent that works in the user's terminal.",
  sdk: 'You are Tern, a coding agent run through an agent SDK.',
  unknown: 'You are Tern, a coding agent.',
} as const;
