import type { Document } from '@/lib/document/document.ts';
import { freshSession, type HeldSession } from '@/lib/document/held-session.ts';
import { type Fields, isFields } from '@/lib/json-value.ts';
import type { Result } from '@/lib/result.ts';
import { isRun } from './is-run.ts';
import type { SessionLog } from './saved-work.ts';

const MAX_HELD_DOCUMENTS = 40;

/** The saved log; one that cannot be read is as good as none. */
export function readSavedLog(value: unknown): SessionLog | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { session, runs, displaced } = value as Partial<SessionLog>;
  if (typeof session !== 'string' || !Array.isArray(runs) || !runs.every(isRun)) return undefined;
  return { session, runs, ...(isFields(displaced) && { displaced: timesIn(displaced) }) };
}

const timesIn = (times: Fields): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(times).filter((each): each is [string, number] => Number.isFinite(each[1])));

/** What the session of a saved log holds; documents that cannot be read are as good as a clear. */
export async function readSavedSession(
  log: unknown,
  parse: (value: unknown) => Promise<Result<Document>>,
): Promise<HeldSession | undefined> {
  const held = isFields(log) ? log['held'] : undefined;
  if (!isFields(held)) return undefined;
  const { mode, documents, oneHourTtl } = held;
  const fresh = freshSession(mode === 'session' ? 'session' : 'live');
  if (!Array.isArray(documents)) return fresh;
  const latched = { ...fresh, oneHourTtl: typeof oneHourTtl === 'boolean' ? oneHourTtl : undefined };
  const parsed = await Promise.all(documents.slice(0, MAX_HELD_DOCUMENTS).map(parse));
  return parsed.every((each) => each.ok) ? { ...latched, documents: parsed.map(({ value }) => value) } : latched;
}
