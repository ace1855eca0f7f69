import { isFields } from '@/lib/json-value.ts';
import type { Document } from './document.ts';

/** Fields that a request has from other parts of the document, or from the way it is sent. */
const OWN: ReadonlySet<string> = new Set([
  'model',
  'max_tokens',
  'tools',
  'system',
  'messages',
  'cache_control',
  'stream',
  'diagnostics',
]);
const LONGEST = 100_000;

export const FIELDS_RULE = 'It must be the text of a JSON object without fields that the request has already';

/** What is wrong with the text of the request's other fields, in a sentence for the field; `undefined` when it may be sent. */
export function requestFieldsFault(text: string): string | undefined {
  if (text.trim() === '') return undefined;
  if (text.length > LONGEST) return `They have ${LONGEST.toLocaleString('en')} characters at most.`;
  const value = parsed(text);
  if (value === undefined) return 'It is no JSON yet.';
  if (!isFields(value)) return 'It is a JSON object: { … }.';
  const taken = Object.keys(value).find((name) => OWN.has(name));
  return taken === undefined ? undefined : `${taken} is written by other parts of this document.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Other fields of the request; none leave no trace. */
export function changeRequestFields(document: Document, text: string): Document {
  const { fields, ...rest } = document;
  if ((fields ?? '') === text) return document;
  return text.trim() === '' ? rest : { ...rest, fields: text };
}
