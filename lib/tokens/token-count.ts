/** The vocabulary a model counts with: Claude up to 4.6/Haiku 4.5, Claude from Opus 4.7 on, or OpenAI's (which we count exactly). */
export type TokenizerFamily = 'claude-old' | 'claude-new' | 'o200k' | 'cl100k';

/**
 * A count of whole tokens with its band. `exact`: counted with the model's own vocabulary or reported by it; `estimate`: fitted
 * from another vocabulary; `rough`: from the number of characters, until the counter has answered.
 */
export interface TokenCount {
  readonly tokens: number;
  readonly low: number;
  readonly high: number;
  readonly method: 'exact' | 'estimate' | 'rough';
}

/** Counts one text. Must be deterministic and additive over blocks: the emulator and the prediction use the same one. */
export type CountTokens = (text: string, family: TokenizerFamily) => TokenCount;
