'use client';

import { InlineForm } from '@/components/compose/rows/inline-form.tsx';
import { focusRow } from '@/components/compose/rows/row-focus.ts';
import { useDocument } from '@/components/workbench/workbench-context.tsx';
import { readToolName } from '@/lib/document/tool-name.ts';
import type { Tool } from '@/lib/prompt/tool.ts';
import type { ToolActions } from './tool-actions.ts';

type RenameToolFormProps = { tool: Tool; actions: ToolActions; onClose: () => void };

export function RenameToolForm({ tool, actions, onClose }: RenameToolFormProps) {
  const document = useDocument((each) => each);
  const close = () => {
    onClose();
    focusRow(`tool:${tool.id}`);
  };
  return (
    <InlineForm
      className="px-3 pt-1 pb-3"
      label={`New name of ${tool.name}`}
      initial={tool.name}
      action="Rename"
      read={(typed) => readToolName(typed, document, tool.server, tool.id)}
      onSubmit={(name) => {
        if (name !== tool.name) actions.change(`Rename ${tool.name}`, tool.id, { name });
        close();
      }}
      onCancel={close}
    />
  );
}
