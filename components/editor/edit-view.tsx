'use client';

import { useEdit } from '@/components/workbench/workbench-context.tsx';
import { PlainField } from './plain-field.tsx';
import type { EditorText, Subject } from './subject.ts';
import { TextEditor } from './text-editor.tsx';

/** The texts of what is open, each in an editor; lone facts in plain fields. Every keystroke reaches the document. */
export function EditView({ subject: { title, texts } }: { subject: Subject }) {
  const edit = useEdit();
  const change =
    ({ key, write }: EditorText) =>
    (text: string) =>
      edit(`Edit ${title}`, (document) => write(document, text), key);
  if (texts.every(({ language }) => language === 'plain'))
    return (
      <div className="flex max-w-2xl flex-col gap-3.5 px-3.5 py-3.5 @md:px-5">
        {texts.map((text) => (
          <PlainField key={text.key} text={text} onText={change(text)} />
        ))}
      </div>
    );
  return texts.map((text, index) => (
    <div
      key={text.key}
      className={`flex flex-col py-3 ${index === texts.length - 1 ? 'flex-1' : 'border-b border-line'}`}
    >
      {text.heading && <h3 className="px-3.5 pb-1.5 text-sm text-ink-3 @md:px-5">{text.heading}</h3>}
      <TextEditor text={text} onText={change(text)} className="flex-1" />
    </div>
  ));
}
