import { isFields } from '@/lib/json-value.ts';

/** What stands in a field, and the value outside over which it was typed. */
export interface KeptDraft {
  readonly text: string;
  readonly over: string;
}

/** Drafts by name. What is in the tab outlives a reload, what is in the page alone does not. */
export interface Drafts {
  /** `undefined` where there is none, or none that can be read. */
  read(name: string): KeptDraft | undefined;
  /** Keeps a draft in the tab, or in the page where it may not be stored or there is no room for it; `undefined` forgets it. */
  keep(name: string, draft: KeptDraft | undefined, mayBeStored?: boolean): void;
}

/** The most of one draft that goes into the tab, in UTF-16 units: work that is left there needs room as well. */
const MOST_STORED = 1_000_000;

export function createDrafts(tab: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Drafts {
  const inPage = new Map<string, KeptDraft>();
  return {
    read: (name) => {
      const draft = inPage.get(name);
      if (draft) return draft;
      try {
        const kept: unknown = JSON.parse(tab().getItem(keyOf(name)) ?? 'null');
        if (!isFields(kept)) return undefined;
        const { text, over } = kept;
        return typeof text === 'string' && typeof over === 'string' ? { text, over } : undefined;
      } catch {
        return undefined;
      }
    },
    keep: (name, draft, mayBeStored = true) => {
      inPage.delete(name);
      try {
        // First of all: what was kept before must not come back, whatever becomes of this.
        tab().removeItem(keyOf(name));
        if (!draft) return;
        const isStored = mayBeStored && draft.text.length <= MOST_STORED;
        if (isStored) return tab().setItem(keyOf(name), JSON.stringify(draft));
      } catch {
        // No room, or no storage: then it is the page's.
      }
      if (draft) inPage.set(name, draft);
    },
  };
}

const keyOf = (name: string) => `strata-draft-${name}`;

/** The drafts of this page's tab. */
export const drafts = createDrafts(() => sessionStorage);
