/** How the text of an imported body was written, beside its values. */
export interface JsonFormat {
  /** What one level is indented by; empty: all on one line. */
  readonly indent: string;
  /** What follows a comma and a colon within a line. */
  readonly afterComma: string;
  readonly afterColon: string;
  /** Characters beyond ASCII are written as escapes. */
  readonly isAscii: boolean;
  /** Characters that need no escape and have one all the same: `<>&` as Go writes them, `/` as PHP does. */
  readonly escaped: string;
  /**
   * Tokens (counted from 0) that are written otherwise than this: the white space in front, then a number's own spelling where it
   * differs. They hold while the text without them has the fingerprint `of`.
   */
  readonly quirks?: { readonly of: string; readonly tokens: readonly (readonly [at: number, ...written: string[]])[] };
}

/** A field of the body at its place: one that the document holds (no `json`), or any other with its value as JSON text. */
export interface ImportedField {
  readonly name: string;
  readonly json?: string;
}

/** A block of the imported system prompt; its text is that of the sections that name it. */
export interface ImportedSystemBlock {
  readonly id: string;
  readonly title: string;
  /** As in TurnBlock. */
  readonly wire?: string;
}

/** What a document that was imported keeps of the request beside its parts, so that the request can be given back as it came. */
export interface ImportedRequest {
  readonly fields: readonly ImportedField[];
  /** The system prompt was one text, not a list of blocks. */
  readonly isSystemText: boolean;
  readonly systemBlocks: readonly ImportedSystemBlock[];
  readonly format: JsonFormat;
}
