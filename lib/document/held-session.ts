import { toolKey } from '@/lib/prompt/tool-key.ts';
import { isOffered } from '@/lib/prompt/tool-offer.ts';
import type { Document } from './document.ts';

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
