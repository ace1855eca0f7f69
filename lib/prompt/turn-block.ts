/** What every block of a turn has. */
interface TurnBlockFrame {
  /** Unique within its turn. */
  readonly id: string;
  /**
   * The object as it was imported, as JSON text with its editable fields left empty: it gives the order of the fields, and those that
   * this format does not know. Absent for a block that was made here.
   */
  readonly wire?: string;
}

export interface TextBlock extends TurnBlockFrame {
  readonly type: 'text';
  readonly text: string;
}

/** A piece of a context block: its own words, or a memory file under its heading. A file that is not in the tree is left out. */
export type ContextPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'file'; readonly path: string; readonly heading: string };

/** A reminder of the client that holds memory files; their texts are the document's (`memoryFiles`). */
export interface ContextBlock extends TurnBlockFrame {
  readonly type: 'context';
  readonly parts: readonly ContextPart[];
}

export interface ThinkingBlock extends TurnBlockFrame {
  readonly type: 'thinking';
  readonly text: string;
  readonly signature: string;
}

/** Thinking that the provider keeps to itself: `data` is its cipher. */
export interface RedactedBlock extends TurnBlockFrame {
  readonly type: 'redacted';
  readonly data: string;
}

export interface ToolUseBlock extends TurnBlockFrame {
  readonly type: 'tool-use';
  /** The id by which a result names this call. */
  readonly call: string;
  readonly name: string;
  /** JSON text, so that key order and unfinished typing both survive. */
  readonly input: string;
}

export interface ToolResultBlock extends TurnBlockFrame {
  readonly type: 'tool-result';
  readonly call: string;
  readonly isError: boolean;
  readonly content: readonly ResultBlock[];
}

/** A picture, shown by its size only. Without `source` a plain picture of that size is sent in its place. Pixels, from 1. */
export interface ImageBlock extends TurnBlockFrame {
  readonly type: 'image';
  readonly width: number;
  readonly height: number;
  /** The `source` of the wire, as JSON text. */
  readonly source?: string;
}

/** A block of a kind without a form here, as JSON text. */
export interface OtherBlock extends TurnBlockFrame {
  readonly type: 'other';
  readonly json: string;
}

/** What the result of a tool may hold. */
export type ResultBlock = TextBlock | ImageBlock | OtherBlock;

/** A content block of a turn. */
export type TurnBlock =
  | TextBlock
  | ContextBlock
  | ThinkingBlock
  | RedactedBlock
  | ToolUseBlock
  | ToolResultBlock
  | ImageBlock
  | OtherBlock;
