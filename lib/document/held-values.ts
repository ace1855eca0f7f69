import { type SessionValues, sessionValues } from '@/lib/prompt/session-values.ts';
import { rememberEach } from '@/lib/remember.ts';
import type { Document } from './document.ts';
import type { HeldSession } from './held-session.ts';
import { promptModel } from './prompt-model.ts';

/** The values that stand in for what would be computed now; `undefined` in live mode, and while nothing is held. */
export function heldValues({ mode, documents }: HeldSession): SessionValues | undefined {
  return mode === 'live' ? undefined : valuesOf(documents);
}

const valuesOf = rememberEach((documents: HeldSession['documents']): SessionValues | undefined => {
  const [first, ...later] = documents.map((input) => ({ input, model: promptModel(input) }));
  return first && sessionValues([first, ...later]);
});

/** The document with the TTL that the session has latched. */
export function withLatchedTtl(document: Document, { mode, oneHourTtl }: HeldSession): Document {
  if (mode === 'live' || oneHourTtl === undefined || oneHourTtl === document.flags.one_hour_ttl) return document;
  return { ...document, flags: { ...document.flags, one_hour_ttl: oneHourTtl } };
}
