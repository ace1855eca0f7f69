import { isFields } from '@/lib/json-value.ts';

/** What stands in a field, and the value outside over which it was typed. */
export interface KeptDraft {
  readonly text: string;
  readonly over: string;
}

const keyOf = (name: string) => `strata-draft-${name}`;

/** A draft that was kept in this tab; `undefined` where there is none, or none that can be read. */
export function readDraft(name: string): KeptDraft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(name)) ?? 'null');
    if (!isFields(kept)) return undefined;
    const { text, over } = kept;
    return typeof text === 'string' && typeof over === 'string' ? { text, over } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a draft in this tab, over a reload; `undefined` forgets it. */
export function keepDraft(name: string, draft: KeptDraft | undefined): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(name), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(name));
  } catch {
    // Where a browser has no room for it, it lives as long as the field.
  }
}
