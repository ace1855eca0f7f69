'use client';

import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import { currentDocument } from '@/lib/store/workbench-store.ts';
import type { CodeEditor, createCodeEditor } from './code-editor.ts';
import { type Handover, scrollerOf } from './plain-editor.tsx';
import { type PlacedText, readText } from './use-subject.ts';

type CodeHostProps = PlacedText & { create: typeof createCodeEditor; handover: Handover };

/** What a key sets off besides keydown, which shortcuts listen for: React, which listens for all of them, need not see these. */
const TYPING_EVENTS = ['keypress', 'beforeinput', 'textInput', 'input', 'keyup'];
const stopPropagation = (event: Event): void => event.stopPropagation();

/** CodeMirror in React: made once, given what the textarea before it had; from then on it follows the document by itself. */
export function CodeHost({ create, handover, selection, place, onText }: CodeHostProps) {
  const { store } = useServices();
  const { key, name, language, placeholder } = place;
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(undefined);
  const emit = useEffectEvent(onText);
  const read = useEffectEvent(() => readText(currentDocument(store.getState()), selection, key));
  const start = useEffectEvent((element: HTMLDivElement) => {
    const { undo, redo } = store.getState();
    const made = create({
      parent: element,
      text: read(),
      language,
      name,
      placeholder,
      selection: handover.selection,
      onText: (text) => emit(text),
      undo,
      redo,
    });
    const scroller = scrollerOf(element);
    if (scroller) scroller.scrollTop = handover.scrollTop;
    if (handover.hasFocus) made.focus();
    return made;
  });

  useLayoutEffect(() => {
    if (!parent.current) return;
    const host = parent.current;
    const made = start(host);
    editor.current = made;
    for (const type of TYPING_EVENTS) host.addEventListener(type, stopPropagation);
    const stopFollowing = store.subscribe((state, previous) => {
      if (state.history.present !== previous.history.present) made.setText(read());
    });
    return () => {
      stopFollowing();
      made.destroy();
    };
  }, [store]);
  useLayoutEffect(() => editor.current?.setName(name), [name]);
  return <div ref={parent} className="flex flex-1 flex-col" />;
}
