import { isFields } from '@/lib/json-value.ts';
import type { WorkStorage } from '@/lib/store/saved-work.ts';

const LEFT_KEY = 'strata-left';
/** Records of closed tabs that are kept; the oldest beyond that go. */
const MAX_RECORDS = 20;

/** A document that was saved; later ones of a tab have a higher `savedAt`, in epoch milliseconds. */
export interface SavedRecord {
  readonly document?: unknown;
  readonly savedAt?: number;
}

/** Values by the name of a tab. */
export interface Records<Value> {
  get(tab: string): Promise<Value | undefined>;
  set(tab: string, value: Value): Promise<void>;
  remove(tab: string): Promise<void>;
  all(): Promise<readonly (readonly [string, Value])[]>;
}

/** A tab, and where its work is. */
export interface Tab {
  /** Its name: that of its records. */
  readonly name: string;
  /** Another tab, of which it was duplicated. */
  readonly original: string | undefined;
  /** Gives it a new name, which is returned. */
  rename(): string;
  /** What it keeps over a reload. */
  readonly session: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  readonly documents: Records<SavedRecord>;
  readonly logs: Records<unknown>;
  readonly clock: () => number;
}

/** Storage whose present record can be left alone for good. */
export interface TabStorage extends WorkStorage {
  /** From now on a new record is written: what could not be read stays as it is. */
  setAside(): Promise<void>;
}

/** The work of one tab: its record, or what the page before left where that is newer; else, in a new tab, what was saved last. */
export function tabStorage(tab: Tab): TabStorage {
  const { original, session, documents, logs } = tab;
  let name = tab.name;
  /** What the page before left, while it is in no record. */
  let unwritten: SavedRecord | undefined;
  let last = 0;
  /** The younger has the higher number, even where a browser's clock is coarse or was set back. */
  const now = () => {
    last = Math.max(tab.clock(), last + 1);
    return last;
  };
  return {
    load: async () => {
      const left = readLeft(session);
      const [saved, log] = await Promise.all([
        documents.get(original ?? name),
        original === undefined ? logs.get(name) : undefined,
      ]);
      last = Math.max(savedAt(left), savedAt(saved));
      if (left && savedAt(left) > savedAt(saved)) {
        unwritten = left;
        return { document: left.document, log, isUnwritten: true };
      }
      if (saved || log !== undefined) return { document: saved?.document, log };
      const [latest, ...older] = (await documents.all()).toSorted((a, b) => savedAt(b[1]) - savedAt(a[1]));
      await Promise.all(older.slice(MAX_RECORDS).flatMap(([key]) => [documents.remove(key), logs.remove(key)]));
      return { document: latest?.[1].document, log: undefined };
    },
    saveDocument: async (document) => {
      const record = { document, savedAt: now() };
      await documents.set(name, record);
      unwritten = undefined;
      // What was left while this was being written is younger.
      if (savedAt(readLeft(session)) <= record.savedAt) session.removeItem(LEFT_KEY);
    },
    saveLog: (log) => logs.set(name, log),
    leaveDocument: (document) => {
      try {
        session.setItem(LEFT_KEY, JSON.stringify({ document, savedAt: now() } satisfies SavedRecord));
      } catch {
        // Larger than what a browser keeps at once: then what was written last is what there is.
      }
    },
    setAside: async () => {
      // The record of the tab is older, and perhaps can be read.
      if (unwritten) await documents.set(`${name}-left`, unwritten);
      unwritten = undefined;
      session.removeItem(LEFT_KEY);
      name = tab.rename();
    },
  };
}

const savedAt = (record: SavedRecord | undefined): number =>
  Number.isSafeInteger(record?.savedAt) ? (record?.savedAt ?? 0) : 0;

/** What the page before this one could not write in time; it is parsed like everything that was saved. */
function readLeft(session: Tab['session']): SavedRecord | undefined {
  try {
    const left: unknown = JSON.parse(session.getItem(LEFT_KEY) ?? 'null');
    return isFields(left) && left['document'] !== undefined ? left : undefined;
  } catch {
    return undefined;
  }
}
