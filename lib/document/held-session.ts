import { type SessionValues, sessionValues, toolKey } from '@/lib/prompt/session-values.ts';
import { isOffered } from '@/lib/prompt/tool-offer.ts';
import type { Document } from './document.ts';
import { promptModel } from './prompt-model.ts';

/** `live`: every edit applies at once. `session`: what is memoised keeps its value until a clear or compact. */
export type SessionMode = 'live' | 'session';

/** What a session remembers of the documents its requests were made from. */
export interface HeldSession {
  readonly mode: SessionMode;
  /** Whose values hold, the oldest first; none before the first request and after a clear. */
  readonly documents: readonly Document[];
  /** The TTL flag as the session's first request had it; a clear leaves it. `undefined` before that request. */
  readonly oneHourTtl: boolean | undefined;
}

/** A session without requests. */
export const freshSession = (mode: SessionMode): HeldSession => ({ mode, documents: [], oneHourTtl: undefined });

/** The session after a clear or compact: every value is computed again, and the TTL's first decision holds on. */
export const clearedSession = (held: HeldSession): HeldSession => ({ ...held, documents: [] });

/**
 * The session after a request. In live mode nothing outlasts a request; in session mode a document is remembered as long as it has a
 * section or tool of which no value is held yet.
 */
export function sessionAfterRequest(held: HeldSession, document: Document): HeldSession {
  const { mode, documents, oneHourTtl } = held;
  if (mode === 'live') return { mode, documents: [document], oneHourTtl: document.flags.one_hour_ttl };
  const known = new Set(documents.flatMap(keysOf));
  const isNew = keysOf(document).some((key) => !known.has(key));
  return {
    mode,
    documents: isNew || documents.length === 0 ? [...documents, document] : documents,
    oneHourTtl: oneHourTtl ?? document.flags.one_hour_ttl,
  };
}

const keysOf = (document: Document): string[] => [
  ...document.sections.filter(({ kind }) => kind === 'memoised').map(({ id }) => `section:${id}`),
  ...document.tools.filter((tool) => isOffered(tool, document)).map((tool) => `tool:${toolKey(tool)}`),
];

const known = new WeakMap<HeldSession['documents'], SessionValues>();

/** The values that stand in for what would be computed now; `undefined` in live mode, and while nothing is held. */
export function heldValues({ mode, documents }: HeldSession): SessionValues | undefined {
  const [first, ...later] = documents.map((input) => ({ input, model: promptModel(input) }));
  if (mode === 'live' || !first) return undefined;
  const values = known.get(documents) ?? sessionValues([first, ...later]);
  known.set(documents, values);
  return values;
}

/** The document with the TTL that the session has latched. */
export function withLatchedTtl(document: Document, { mode, oneHourTtl }: HeldSession): Document {
  if (mode === 'live' || oneHourTtl === undefined || oneHourTtl === document.flags.one_hour_ttl) return document;
  return { ...document, flags: { ...document.flags, one_hour_ttl: oneHourTtl } };
}
