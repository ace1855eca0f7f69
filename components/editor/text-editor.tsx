'use client';

import { useState } from 'react';
import { CODE_FRAME } from './code-frame.ts';
import { CodeHost } from './code-host.tsx';
import { lateCodeEditor } from './late-code-editor.ts';
import { type Handover, PlainEditor } from './plain-editor.tsx';
import type { PlacedText } from './use-subject.ts';

type TextEditorProps = PlacedText & { className?: string };

const UNTOUCHED: Handover = { selection: { anchor: 0, head: 0 }, hasFocus: false, scrollTop: 0 };

/** One text: a textarea until CodeMirror's code has come, then CodeMirror. Give it the text's key as its own. */
export function TextEditor({ className = '', ...placed }: TextEditorProps) {
  const module = lateCodeEditor.useModule();
  const [handover, setHandover] = useState(module && UNTOUCHED);
  return (
    <div
      onPointerEnter={lateCodeEditor.load}
      className={`flex flex-col focus-within:shadow-[inset_2px_0_0_var(--color-focus)] ${CODE_FRAME} ${className}`}
    >
      {module && handover ? (
        <CodeHost {...placed} create={module.createCodeEditor} handover={handover} />
      ) : (
        <PlainEditor {...placed} isReplaceable={module !== undefined} onHandover={setHandover} />
      )}
    </div>
  );
}
