'use client';

import { InlineForm } from '@/components/compose/rows/inline-form.tsx';
import { useDocument } from '@/components/workbench/workbench-context.tsx';
import { readServerName, readToolName } from '@/lib/document/tool-name.ts';
import type { ToolActions } from './tool-actions.ts';

type FormProps = { actions: ToolActions; onClose: () => void };

/** Adds a tool to a server's, or to the built-in ones. */
export function AddToolForm({ server, actions, onClose }: FormProps & { server: string | undefined }) {
  const document = useDocument((each) => each);
  return (
    <InlineForm
      className="px-3 pt-1 pb-3"
      label={server === undefined ? 'Name of the new tool' : `Name of the new tool of ${server}`}
      action="Add"
      read={(typed) => readToolName(typed, document, server)}
      hint={(name) => (server === undefined ? undefined : `On the wire: mcp__${server}__${name}`)}
      onSubmit={(name) => {
        onClose();
        actions.add(name, server);
      }}
      onCancel={onClose}
    />
  );
}

/** Adds an MCP server, connected and with nothing to say yet. */
export function AddServerForm({ actions, onClose }: FormProps) {
  const document = useDocument((each) => each);
  return (
    <InlineForm
      className="px-3 pt-1 pb-3"
      label="Name of the new MCP server"
      action="Add"
      read={(typed) => readServerName(typed, document)}
      onSubmit={(name) => {
        onClose();
        actions.addServer(name);
      }}
      onCancel={onClose}
    />
  );
}
