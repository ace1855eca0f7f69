'use client';

import { useEffect, useSyncExternalStore } from 'react';

/** Code that a visitor needs only once they do something; what stands in for it works until it has come. */
export interface LateModule<T> {
  /** Fetches the code once; a fetch that fails is tried again at the next occasion. */
  load(): void;
  /** The code once it is there; it is fetched at the first thing a visitor does anywhere on the page. */
  useModule(): T | undefined;
}

const OCCASIONS = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;

export function lateModule<T>(fetchModule: () => Promise<T>): LateModule<T> {
  let loaded: T | undefined;
  let isLoading = false;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  function load(): void {
    if (loaded || isLoading) return;
    isLoading = true;
    fetchModule()
      .then((module) => {
        loaded = module;
        for (const listener of listeners) listener();
      })
      .catch(() => undefined)
      .finally(() => {
        isLoading = false;
      });
  }

  function useModule(): T | undefined {
    const module = useSyncExternalStore(
      subscribe,
      () => loaded,
      () => undefined,
    );
    useEffect(() => {
      if (module) return;
      for (const occasion of OCCASIONS) addEventListener(occasion, load, { capture: true, passive: true });
      return () => {
        for (const occasion of OCCASIONS) removeEventListener(occasion, load, { capture: true });
      };
    }, [module]);
    return module;
  }

  return { load, useModule };
}
