import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import type { WorkStorage } from '@/lib/store/saved-work.ts';

const TAB_KEY = 'strata-tab';
/** Records of closed tabs that are kept; the oldest beyond that go. */
const MAX_RECORDS = 20;

interface SavedRecord {
  readonly document?: unknown;
  readonly savedAt?: number;
}

/** Storage whose present record can be left alone for good. */
export interface BrowserStorage extends WorkStorage {
  /** From now on a new record is written: what could not be read stays as it is. */
  setAside(): void;
}

/**
 * Work in IndexedDB (which has room for megabytes, where localStorage has not), one record a tab, so that two tabs never overwrite
 * each other; a new tab starts from what was saved last.
 */
export function browserStorage(newId: () => string, clock: () => number): BrowserStorage {
  const documents = createStore('strata-documents', 'by-tab');
  const logs = createStore('strata-logs', 'by-tab');
  let tab = sessionStorage.getItem(TAB_KEY) ?? newId();
  sessionStorage.setItem(TAB_KEY, tab);
  return {
    load: async () => {
      const [own, log] = await Promise.all([get<SavedRecord>(tab, documents), get<unknown>(tab, logs)]);
      if (own || log !== undefined) return { document: own?.document, log };
      const [latest, ...older] = await newestFirst(documents);
      await Promise.all(older.slice(MAX_RECORDS).flatMap(([key]) => [del(key, documents), del(key, logs)]));
      return { document: latest?.[1].document, log: undefined };
    },
    saveDocument: (document) => set(tab, { document, savedAt: clock() } satisfies SavedRecord, documents),
    saveLog: (log) => set(tab, log, logs),
    setAside: () => {
      tab = newId();
      sessionStorage.setItem(TAB_KEY, tab);
    },
  };
}

async function newestFirst(store: UseStore): Promise<[string, SavedRecord][]> {
  const all = await entries<string, SavedRecord>(store);
  return all.toSorted(([, left], [, right]) => (right.savedAt ?? 0) - (left.savedAt ?? 0));
}
