'use client';

import { useState } from 'react';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { CODE_FRAME } from './code-frame.ts';
import { CodeHost } from './code-host.tsx';
import type { EditorText } from './editor-text.ts';
import { lateCodeEditor } from './late-code-editor.ts';
import { type Handover, PlainEditor } from './plain-editor.tsx';

type TextEditorProps = { text: EditorText; onText: (text: string) => void; className?: string };

const UNTOUCHED: Handover = { selection: { anchor: 0, head: 0 }, hasFocus: false, scrollTop: 0 };

/** One text: a textarea until CodeMirror's code has come, then CodeMirror. Give it the text's key as its own. */
export function TextEditor({ text: { name, language, text, placeholder }, onText, className = '' }: TextEditorProps) {
  const module = lateCodeEditor.useModule();
  const [handover, setHandover] = useState(module && UNTOUCHED);
  const undo = useWorkbench((state) => state.undo);
  const redo = useWorkbench((state) => state.redo);
  const props = { name, language, text, placeholder, onText, undo, redo };
  return (
    <div
      onPointerEnter={lateCodeEditor.load}
      className={`flex flex-col focus-within:shadow-[inset_2px_0_0_var(--color-focus)] ${CODE_FRAME} ${className}`}
    >
      {module && handover ? (
        <CodeHost {...props} create={module.createCodeEditor} handover={handover} />
      ) : (
        <PlainEditor {...props} isReplaceable={module !== undefined} onHandover={setHandover} />
      )}
    </div>
  );
}
