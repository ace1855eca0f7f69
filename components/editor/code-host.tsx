'use client';

import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import { currentDocument } from '@/lib/store/workbench-store.ts';
import type { CodeEditor, createCodeEditor } from './code-editor.ts';
import { type Handover, scrollerOf } from './plain-editor.tsx';
import { type PlacedText, readText } from './use-subject.ts';

type CodeHostProps = PlacedText & { create: typeof createCodeEditor; handover: Handover };

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
    const made = start(parent.current);
    editor.current = made;
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
