/**
 * `memoised` (`systemPromptSection`): computed once a session, kept until clear or compact. `volatile`
 * (`DANGEROUS_uncachedSystemPromptSection`): computed on every request, and must say why.
 */
export type SectionKind = 'memoised' | 'volatile';

/** What a user edits: a titled template. Its region follows from its place before or behind the boundary. */
export interface Section {
  readonly id: string;
  readonly title: string;
  /** Mustache template over the prompt context (see context.ts). */
  readonly text: string;
  readonly kind: SectionKind;
  /** Why a volatile section must be recomputed on every request. */
  readonly reason?: string;
  readonly enabled: boolean;
  /** Dotted context names that must all be truthy (`!name` for falsy), else the section's value is null and it is left out. */
  readonly gates: readonly string[];
  /** The text is sent as it stands: no template, no trimming. */
  readonly verbatim?: boolean;
  /** In the layout of newer clients, a dynamic one is a reminder of its own in the first user message. */
  readonly reminder?: boolean;
  /** The block of an imported system prompt that it belongs to. */
  readonly block?: string;
}
