import { createStore, entries, get, set } from 'idb-keyval';
import type { WorkStorage } from '@/lib/store/saved-work.ts';

const TAB_KEY = 'strata-tab';
const SAVED_AT = 'savedAt';

/**
 * Work in IndexedDB (which has room for megabytes, where localStorage has not), one record a tab, so that two tabs never overwrite
 * each other; a new tab starts from what was saved last.
 */
export function browserStorage(newId: () => string, clock: () => number): WorkStorage {
  const documents = createStore('strata-documents', 'by-tab');
  const logs = createStore('strata-logs', 'by-tab');
  const tab = sessionStorage.getItem(TAB_KEY) ?? newId();
  sessionStorage.setItem(TAB_KEY, tab);
  return {
    load: async () => {
      const own = await get(tab, documents);
      const [document, log] = own === undefined ? [await latest(documents), undefined] : [own, await get(tab, logs)];
      return { document: unwrap(document), log };
    },
    saveDocument: (document) => set(tab, { document, [SAVED_AT]: clock() }, documents),
    saveLog: (log) => set(tab, log, logs),
  };
}

const unwrap = (saved: unknown): unknown => (saved as { document?: unknown } | undefined)?.document;

async function latest(store: ReturnType<typeof createStore>): Promise<unknown> {
  const all = await entries<string, { savedAt?: number }>(store);
  return all.map(([, saved]) => saved).toSorted((left, right) => (right.savedAt ?? 0) - (left.savedAt ?? 0))[0];
}
