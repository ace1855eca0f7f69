import type { Document } from '@/lib/document/document.ts';
import type { HeldSession } from '@/lib/document/held-session.ts';
import type { Run } from './run.ts';

/** What was kept; none of it is trusted. */
export interface FoundWork {
  readonly document: unknown;
  readonly log: unknown;
  /** The document was left by the page before this one, and is in no record yet. */
  readonly isUnwritten?: boolean;
}

/** Where work is kept in the browser. Values are structured clones. */
export interface WorkStorage {
  load(): Promise<FoundWork>;
  saveDocument(document: Document): Promise<void>;
  saveLog(log: SessionLog): Promise<void>;
  /** Before it returns, for a page that may go at once; where there is no room for it, nothing happens. */
  leaveDocument(document: Document): void;
}

/** The session's requests, kept so that predictions go on from them after a reload. Never a key. */
export interface SessionLog {
  readonly session: string;
  readonly runs: readonly Run[];
  /** Absent in logs older than it. */
  readonly held?: HeldSession;
  /** As in the workbench's state; absent in logs older than it. */
  readonly displaced?: Readonly<Record<string, number>>;
}

const MAX_SAVED_RUNS = 40;

/** What is worth saving of a session: the last requests, none of them half-way. */
export function logToSave({ session, runs, held, displaced }: SessionLog): SessionLog {
  return {
    session,
    runs: runs.filter((run) => run.endedAt !== undefined).slice(-MAX_SAVED_RUNS),
    ...(held && { held }),
    ...(displaced && { displaced }),
  };
}
