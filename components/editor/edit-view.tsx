'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { useEdit } from '@/components/workbench/workbench-context.tsx';
import type { EditorText } from './editor-text.ts';
import { formatJson } from './format-json.ts';
import { PlainField } from './plain-field.tsx';
import { SchemaText } from './schema-text.tsx';
import type { Subject } from './subject.ts';
import { TextEditor } from './text-editor.tsx';

const ToolSettings = latePart(async () => (await import('@/components/editor/schema/tool-settings.tsx')).ToolSettings);

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
  const tool = texts.find(({ schemaOf }) => schemaOf !== undefined)?.schemaOf;
  return (
    <>
      {tool !== undefined && <ToolSettings id={tool} />}
      {texts.map((text, index) => (
        <div
          key={text.key}
          className={`flex flex-col py-3 ${index === texts.length - 1 ? 'flex-1' : 'border-b border-line'}`}
        >
          <TextWithHead text={text} onText={change(text)} />
        </div>
      ))}
    </>
  );
}

function TextWithHead({ text, onText }: { text: EditorText; onText: (text: string) => void }) {
  const editor = <TextEditor text={text} onText={onText} className="flex-1" />;
  if (text.schemaOf !== undefined)
    return (
      <SchemaText
        toolId={text.schemaOf}
        heading={text.heading ?? ''}
        text={text.text}
        onText={onText}
        aside={<FormatButton text={text.text} onText={onText} />}
      >
        {editor}
      </SchemaText>
    );
  return (
    <>
      {text.heading && <h3 className="px-3.5 pb-1.5 text-sm text-ink-3 @md:px-5">{text.heading}</h3>}
      {editor}
    </>
  );
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
