'use client';

import { useRef } from 'react';
import { useDocument } from '@/components/workbench/workbench-context.tsx';
import type { Document } from '@/lib/document/document.ts';
import type { Selection } from '@/lib/store/selection.ts';
import type { EditorPlace } from './editor-text.ts';
import { openSubject } from './open-subject.ts';
import { hasSameOutline, type SubjectOutline } from './subject.ts';

/** What is open: the same object for as long as only its texts change, so that a keystroke draws nothing anew. */
export function useSubject(selection: Selection): SubjectOutline | undefined {
  const last = useRef<SubjectOutline>(undefined);
  return useDocument((document) => {
    const { subject } = openSubject(document, selection);
    if (!subject || !last.current || !hasSameOutline(last.current, subject)) last.current = subject;
    return last.current;
  });
}

/** A place in what is open, and what is done with a text that is typed there. */
export interface PlacedText {
  readonly selection: Selection;
  readonly place: EditorPlace;
  readonly onText: (text: string) => void;
}

/** What the place called `key` says; nothing once it is gone. */
export const readText = (document: Document, selection: Selection, key: string): string =>
  openSubject(document, selection).texts.get(key) ?? '';

/** What the place called `key` says, drawn anew at every change. */
export const useText = (selection: Selection, key: string): string =>
  useDocument((document) => readText(document, selection, key));
