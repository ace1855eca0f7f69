'use client';

import { useEffect, useSyncExternalStore } from 'react';

type CodeEditorModule = typeof import('./code-editor.ts');

let loaded: CodeEditorModule | undefined;
let isLoading = false;
const listeners = new Set<() => void>();

/** Fetches the editor's code once; a fetch that fails is tried again at the next occasion, the textarea works on. */
export function loadCodeEditor(): void {
  if (loaded || isLoading) return;
  isLoading = true;
  import('./code-editor.ts')
    .then((module) => {
      loaded = module;
      for (const listener of listeners) listener();
    })
    .catch(() => undefined)
    .finally(() => {
      isLoading = false;
    });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const OCCASIONS = ['pointerdown', 'keydown', 'focusin'] as const;

/** The editor's code once it is there; it is fetched at the first thing a visitor does anywhere on the page. */
export function useCodeEditor(): CodeEditorModule | undefined {
  const module = useSyncExternalStore(
    subscribe,
    () => loaded,
    () => undefined,
  );
  useEffect(() => {
    if (module) return;
    for (const occasion of OCCASIONS) addEventListener(occasion, loadCodeEditor, { capture: true, passive: true });
    return () => {
      for (const occasion of OCCASIONS) removeEventListener(occasion, loadCodeEditor, { capture: true });
    };
  }, [module]);
  return module;
}
