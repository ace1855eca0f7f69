import { createStore, del, entries, get, set } from 'idb-keyval';
import { type Records, type TabStorage, tabStorage } from './tab-storage.ts';

const TAB_KEY = 'strata-tab';
/** How long a page waits for the one before it in its tab to be gone. */
const CLAIM_MILLISECONDS = 2_000;

/**
 * Work in IndexedDB (which has room for megabytes, where localStorage has not), one record a tab, so that two tabs never overwrite
 * each other; a new tab starts from what was saved last, a duplicated one from its original.
 */
export async function browserStorage(newId: () => string, clock: () => number): Promise<TabStorage> {
  const found = sessionStorage.getItem(TAB_KEY);
  const isOwn = found !== null && (await isThisTab(found));
  return tabStorage({
    name: isOwn ? found : newTab(newId()),
    original: isOwn ? undefined : (found ?? undefined),
    rename: () => newTab(newId()),
    session: sessionStorage,
    documents: recordsIn('strata-documents'),
    logs: recordsIn('strata-logs'),
    clock,
  });
}

function recordsIn<Value>(database: string): Records<Value> {
  const store = createStore(database, 'by-tab');
  return {
    get: (tab) => get<Value>(tab, store),
    set: (tab, value) => set(tab, value, store),
    remove: (tab) => del(tab, store),
    all: () => entries<string, Value>(store),
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
