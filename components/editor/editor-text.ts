import type { Document } from '@/lib/document/document.ts';
import type { Language } from './highlight-line.ts';

/** A place in the document where a text is edited: what it is called, and how a change gets there, from any document that has it. */
export interface EditorPlace {
  /** Changes with one key in quick succession are one step of the history. */
  readonly key: string;
  /** Its accessible name; unique among the texts of a subject. */
  readonly name: string;
  /** Shown above it where a subject has several texts. */
  readonly heading?: string;
  readonly language: Language;
  /** What to write here, while nothing is. */
  readonly placeholder: string;
  readonly write: (document: Document, text: string) => Document;
  /** The tool whose input schema it is. */
  readonly schemaOf?: string;
}

/** A place with what it says. */
export interface EditorText extends EditorPlace {
  readonly text: string;
}
