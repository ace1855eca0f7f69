import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import type { WorkStorage } from '@/lib/store/saved-work.ts';

const TAB_KEY = 'strata-tab';
const LEFT_KEY = 'strata-left';
/** How long a page waits for the one before it in its tab to be gone. */
const CLAIM_MILLISECONDS = 2_000;
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
 * each other; a new tab starts from what was saved last, a duplicated one from its original.
 */
export async function browserStorage(newId: () => string, clock: () => number): Promise<BrowserStorage> {
  const documents = createStore('strata-documents', 'by-tab');
  const logs = createStore('strata-logs', 'by-tab');
  const found = sessionStorage.getItem(TAB_KEY);
  const isOwn = found !== null && (await isThisTab(found));
  let tab = isOwn ? found : newTab(newId());
  return {
    load: async () => {
      const left = readLeft();
      const source = found ?? tab;
      const [saved, log] = await Promise.all([
        get<SavedRecord>(source, documents),
        isOwn ? get<unknown>(tab, logs) : undefined,
      ]);
      const own = left && (left.savedAt ?? 0) > (saved?.savedAt ?? 0) ? left : saved;
      if (own || log !== undefined) return { document: own?.document, log };
      const [latest, ...older] = await newestFirst(documents);
      await Promise.all(older.slice(MAX_RECORDS).flatMap(([key]) => [del(key, documents), del(key, logs)]));
      return { document: latest?.[1].document, log: undefined };
    },
    saveDocument: async (document) => {
      await set(tab, { document, savedAt: clock() } satisfies SavedRecord, documents);
      sessionStorage.removeItem(LEFT_KEY);
    },
    saveLog: (log) => set(tab, log, logs),
    leaveDocument: (document) => {
      try {
        sessionStorage.setItem(LEFT_KEY, JSON.stringify({ document, savedAt: clock() } satisfies SavedRecord));
      } catch {
        // Larger than what a browser keeps at once: then what was written last is what there is.
      }
    },
    setAside: () => {
      sessionStorage.removeItem(LEFT_KEY);
      tab = newTab(newId());
    },
  };
}

function newTab(id: string): string {
  sessionStorage.setItem(TAB_KEY, id);
  void claim(id);
  return id;
}

/** A reload is no copy of a tab: however long the page before it takes to go, the record is this one's. */
async function isThisTab(id: string): Promise<boolean> {
  const [navigation] = performance.getEntriesByType('navigation');
  const isReload = navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
  if (!isReload) return claim(id, AbortSignal.timeout(CLAIM_MILLISECONDS));
  void claim(id);
  return true;
}

/** The records this page has claimed: who starts twice in one page is no second tab. */
const claimed = new Set<string>();

/**
 * Is a tab's record this page's alone? A browser that duplicates a tab gives the copy the name of its original, which holds a lock
 * on it as long as it lives; the page before this one may still be on its way out. Browsers without locks (a page over plain http from another machine) take it to be.
 */
async function claim(id: string, signal?: AbortSignal): Promise<boolean> {
  if (claimed.has(id) || !('locks' in navigator)) return true;
  const isFree = await new Promise<boolean>((resolve) => {
    const held = () => {
      resolve(true);
      return new Promise<never>(() => undefined);
    };
    navigator.locks.request(`${TAB_KEY}-${id}`, signal ? { signal } : {}, held).catch(() => resolve(false));
  });
  if (isFree) claimed.add(id);
  return isFree;
}

/** What the page before this one could not write in time; it is parsed like everything that was saved. */
function readLeft(): SavedRecord | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(LEFT_KEY) ?? 'null') as SavedRecord | null) ?? undefined;
  } catch {
    return undefined;
  }
}

async function newestFirst(store: UseStore): Promise<[string, SavedRecord][]> {
  const all = await entries<string, SavedRecord>(store);
  return all.toSorted(([, left], [, right]) => (right.savedAt ?? 0) - (left.savedAt ?? 0));
}
