'use client';

import { useMemo } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { useEdit } from '@/components/workbench/workbench-context.tsx';
import type { Selection } from '@/lib/store/selection.ts';
import type { EditorPlace } from './editor-text.ts';
import { formatJson } from './format-json.ts';
import { PlainField } from './plain-field.tsx';
import { SchemaText } from './schema-text.tsx';
import type { SubjectOutline } from './subject.ts';
import { TextEditor } from './text-editor.tsx';
import { type PlacedText, useText } from './use-subject.ts';

const ToolSettings = latePart(async () => (await import('@/components/editor/schema/tool-settings.tsx')).ToolSettings);

/** The texts of what is open, each in an editor; lone facts in plain fields. Every keystroke reaches the document. */
export function EditView({ selection, subject: { title, texts } }: { selection: Selection; subject: SubjectOutline }) {
  const edit = useEdit();
  const placed = (place: EditorPlace): PlacedText => ({
    selection,
    place,
    onText: (text) => edit(`Edit ${title}`, (document) => place.write(document, text), place.key),
  });
  if (texts.every(({ language }) => language === 'plain'))
    return (
      <div className="flex max-w-2xl flex-col gap-3.5 px-3.5 py-3.5 @md:px-5">
        {texts.map((text) => (
          <PlainField key={text.key} {...placed(text)} />
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
          <TextWithHead {...placed(text)} />
        </div>
      ))}
    </>
  );
}

function TextWithHead(props: PlacedText) {
  const { schemaOf, heading } = props.place;
  const editor = <TextEditor {...props} className="flex-1" />;
  if (schemaOf !== undefined)
    return (
      <SchemaText {...props} toolId={schemaOf} heading={heading ?? ''} aside={<FormatButton {...props} />}>
        {editor}
      </SchemaText>
    );
  return (
    <>
      {heading && <h3 className="px-3.5 pb-1.5 text-sm text-ink-3 @md:px-5">{heading}</h3>}
      {editor}
    </>
  );
}

function FormatButton({ selection, place, onText }: PlacedText) {
  const text = useText(selection, place.key);
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
