'use client';

import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Document } from '@/lib/document/document.ts';
import { findPreset } from '@/lib/document/preset.ts';
import { isSameValue } from '@/lib/document/same-value.ts';
import { StrataError } from '@/lib/errors.ts';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import type { AnalysisState } from '@/lib/store/analysis-store.ts';
import { currentDocument, type WorkbenchActions, type WorkbenchState } from '@/lib/store/workbench-store.ts';
import type { Workbench } from './start-workbench.ts';

export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

/** The running workbench; throws outside of it. */
export function useServices(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (!workbench) throw new StrataError('This component must stand inside the workbench.');
  return workbench;
}

/** A part of the workbench's state; the selector must return something stable. */
export function useWorkbench<T>(selector: (state: WorkbenchState & WorkbenchActions) => T): T {
  return useStore(useServices().store, selector);
}

/** A part of the document as it stands. */
export function useDocument<T>(selector: (document: Document) => T): T {
  return useWorkbench((state) => selector(currentDocument(state)));
}

/** The preset that the document started from; `undefined` when it is unknown here. */
export function usePreset(): Document | undefined {
  const { presets } = useServices();
  const reference = useDocument(({ preset }) => preset);
  return findPreset(presets, reference);
}

/** A part of the newest analysis; `undefined` only before the first one. */
export function useAnalysis<T>(selector: (analysis: Analysis) => T): T | undefined {
  return useStore(useServices().feed.store, ({ analysis }: AnalysisState) => analysis && selector(analysis));
}

/** What follows from the document as it stands and from the newest analysis, which may be of an earlier one. */
export interface Shown {
  readonly document: Document;
  readonly analysis: Analysis | undefined;
}

/** A part of both together; the selector must return something stable. */
export function useShown<T>(selector: (shown: Shown) => T): T {
  const { store, feed } = useServices();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [store.subscribe(listener), feed.store.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [store, feed],
  );
  let last: { readonly shown: Shown; readonly value: T } | undefined;
  const read = () => {
    const shown = { document: currentDocument(store.getState()), analysis: feed.store.getState().analysis };
    const isSame = last?.shown.document === shown.document && last.shown.analysis === shown.analysis;
    if (!last || !isSame) last = { shown, value: selector(shown) };
    return last.value;
  };
  return useSyncExternalStore(subscribe, read, read);
}

/** A selector of JSON values that gives the same object for as long as it says the same: what reads it is not drawn again. */
export function useSame<S, T>(selector: (state: S) => T): (state: S) => T {
  const last = useRef<{ readonly value: T }>(undefined);
  return (state) => {
    const value = selector(state);
    if (!last.current || !isSameValue(last.current.value, value)) last.current = { value };
    return last.current.value;
  };
}

/** `edit(label, change, key?)`: changes the document as one undoable step. */
export const useEdit = (): WorkbenchActions['edit'] => useWorkbench(({ edit }) => edit);
