/** The layers of a request, from most stable to most volatile; the interface gives each its colour. */
export type Layer = 'tools' | 'static' | 'session' | 'volatile' | 'memory' | 'conversation';

/** What a person edited (or the client added) that some characters of a block came from. */
export type BlockSource =
  | { readonly type: 'header' }
  | { readonly type: 'identity' }
  | { readonly type: 'section'; readonly id: string }
  | { readonly type: 'prompt'; readonly id: PromptId }
  | { readonly type: 'git-status' }
  | { readonly type: 'cache-breaker' }
  | { readonly type: 'tool'; readonly id: string }
  | { readonly type: 'memory-file'; readonly path: string }
  | { readonly type: 'user-context' }
  | { readonly type: 'mcp-announcement' }
  | { readonly type: 'turn'; readonly id: string }
  | { readonly type: 'draft' };

/** The whole-prompt texts (PROMPT-12): which of them wins is decided in select-prompt.ts. */
export type PromptId = 'override' | 'coordinator' | 'agent' | 'custom' | 'append';

/**
 * Characters `start`–`end` of a block's text, and where they came from: `sourceStart`–`sourceEnd` of the source's own text, which
 * is longer or shorter where a template name was filled in.
 */
export interface Span {
  readonly source: BlockSource;
  readonly layer: Layer;
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/** A key by which two sources are the same one. */
export function sourceKey(source: BlockSource): string {
  if ('id' in source) return `${source.type}:${source.id}`;
  return source.type === 'memory-file' ? `memory-file:${source.path}` : source.type;
}

/** The spans moved `by` characters to the right. */
export function shiftSpans(spans: readonly Span[], by: number): Span[] {
  return spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
}
