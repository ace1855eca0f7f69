'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { useEdit } from '@/components/workbench/workbench-context.tsx';
import type { EditorText } from './editor-text.ts';
import { formatJson } from './format-json.ts';
import { PlainField } from './plain-field.tsx';
import type { Subject } from './subject.ts';
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
      {text.heading && (
        <div className="flex items-center justify-between gap-3 px-3.5 pb-1.5 @md:px-5">
          <h3 className="text-sm text-ink-3">{text.heading}</h3>
          {text.language === 'json' && <FormatButton text={text.text} onText={change(text)} />}
        </div>
      )}
      <TextEditor text={text} onText={change(text)} className="flex-1" />
    </div>
  ));
}

function FormatButton({ text, onText }: { text: string; onText: (text: string) => void }) {
  const formatted = useMemo(() => formatJson(text), [text]);
  const isFormatted = formatted === undefined || formatted === text;
  return (
    <Button
      size="sm"
      variant="quiet"
      disabled={isFormatted}
      title="Lays the JSON out in lines; what is sent stays the same"
      onClick={() => formatted && onText(formatted)}
    >
      Format
    </Button>
  );
}
