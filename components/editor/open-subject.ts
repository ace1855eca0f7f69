import type { Document } from '@/lib/document/document.ts';
import { type Selection, selectionId } from '@/lib/store/selection.ts';
import { findSubject, type Subject } from './subject.ts';

interface OpenSubject {
  readonly subject: Subject | undefined;
  readonly texts: ReadonlyMap<string, string>;
}

/** What was asked for last; one, for a history has many documents. */
let last: { readonly document: Document; readonly id: string; readonly found: OpenSubject } | undefined;

/**
 * What a selection means in a document, found once: at each change every editor of what is open asks for it, and a turn has as many
 * editors as texts.
 */
export function openSubject(document: Document, selection: Selection): OpenSubject {
  const id = selectionId(selection);
  if (last?.document === document && last.id === id) return last.found;
  const subject = findSubject(document, selection);
  const found = { subject, texts: new Map(subject?.texts.map(({ key, text }) => [key, text])) };
  last = { document, id, found };
  return found;
}
