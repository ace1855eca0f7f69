'use client';

import { useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { CodeEditor, createCodeEditor } from './code-editor.ts';
import { type Handover, type PlainEditorProps, scrollerOf } from './plain-editor.tsx';

type CodeHostProps = Omit<PlainEditorProps, 'isReplaceable' | 'onHandover'> & {
  create: typeof createCodeEditor;
  handover: Handover;
};

/** CodeMirror in React: made once, told of every change of the text, and given what the textarea before it had. */
export function CodeHost({ create, handover, onText, undo, redo, ...content }: CodeHostProps) {
  const parent = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>(undefined);
  const emit = useEffectEvent(onText);
  const travel = useEffectEvent((step: 'undo' | 'redo') => (step === 'undo' ? undo() : redo()));
  const start = useEffectEvent((element: HTMLDivElement) => {
    const made = create({
      parent: element,
      ...content,
      selection: handover.selection,
      onText: (next) => emit(next),
      undo: () => travel('undo'),
      redo: () => travel('redo'),
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
    return () => made.destroy();
  }, []);
  useLayoutEffect(() => editor.current?.setText(content.text), [content.text]);
  useLayoutEffect(() => editor.current?.setName(content.name), [content.name]);
  return <div ref={parent} className="flex flex-1 flex-col" />;
}
