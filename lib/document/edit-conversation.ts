import { changedFields } from './changed-fields.ts';
import type { Document } from './document.ts';
import { freeName } from './free-name.ts';

/** Adds an empty turn at the end, by the other side than the last one; a conversation starts with the user. */
export function addTurn(document: Document): Document {
  const { conversation } = document;
  const role = conversation.at(-1)?.role === 'user' ? 'assistant' : 'user';
  const id = nextTurnId(document);
  return { ...document, conversation: [...conversation, { id, role, text: '' }] };
}

/** The id that the next added turn gets. */
export function nextTurnId({ conversation }: Pick<Document, 'conversation'>): string {
  return freeName(
    'turn',
    conversation.map(({ id }) => id),
  );
}

export function removeTurn(document: Document, id: string): Document {
  return changedFields(document, { conversation: document.conversation.filter((each) => each.id !== id) });
}

/** Moves a turn one place up (-1) or down (1); at the end of the list nothing changes. */
export function stepTurn(document: Document, id: string, step: -1 | 1): Document {
  const { conversation } = document;
  const from = conversation.findIndex((each) => each.id === id);
  const turn = conversation[from];
  const to = from + step;
  if (!turn || to < 0 || to >= conversation.length) return document;
  return { ...document, conversation: conversation.toSpliced(from, 1).toSpliced(to, 0, turn) };
}

/** No turns; what is being typed stays. */
export function clearedDocument(document: Document): Document {
  return document.conversation.length === 0 ? document : { ...document, conversation: [] };
}
