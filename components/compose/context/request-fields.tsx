'use client';

import { TextArea } from '@/components/ui/text-area.tsx';
import { useDraft } from '@/components/ui/use-draft.ts';
import { useDocument, useEdit } from '@/components/workbench/workbench-context.tsx';
import { changeRequestFields, requestFieldsFault } from '@/lib/document/request-fields.ts';

/** What a client sends beside the prompt: thinking, effort, metadata and the like. Some of it is part of the cache's key. */
export function RequestFields() {
  const fields = useDocument((document) => document.fields ?? '');
  const edit = useEdit();
  const { text, error, onTextChange } = useDraft({
    value: fields,
    check: requestFieldsFault,
    keepAs: 'request-fields',
    onChange: (next) =>
      edit('Change other fields of the request', (document) => changeRequestFields(document, next), 'fields'),
  });
  return (
    <TextArea
      className="col-span-2"
      label="Other fields of the request"
      hint='A JSON object, such as {"thinking": {"type": "adaptive"}, "output_config": {"effort": "low"}}'
      mono
      spellCheck={false}
      value={text}
      error={error}
      onValueChange={onTextChange}
    />
  );
}
