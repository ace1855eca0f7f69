import type { RowScreen } from '@/components/compose/rows/row-screen.ts';
import type { Document } from '@/lib/document/document.ts';
import { changeServer, changeTool } from '@/lib/document/edit-lists.ts';
import {
  addServer,
  addTool,
  copyTool,
  newServerId,
  newToolId,
  removeServer,
  removeTool,
  sortTools,
  stepTool,
} from '@/lib/document/edit-tools.ts';
import type { Tool } from '@/lib/prompt/tool.ts';
import { type Selection, selectionId } from '@/lib/store/selection.ts';
import { currentDocument, type WorkbenchStore } from '@/lib/store/workbench-store.ts';
import { describeStep } from './describe-step.ts';

/** What can be done to tools and servers, each one step of the history. */
export interface ToolActions {
  readonly change: (label: string, id: string, change: Partial<Omit<Tool, 'id'>>) => void;
  readonly add: (name: string, server: string | undefined) => void;
  readonly duplicate: (tool: Tool) => void;
  readonly remove: (tool: Tool) => void;
  /** Moves a tool one place up (-1) or down (1) in its group. */
  readonly step: (tool: Tool, by: -1 | 1) => void;
  readonly sort: (server: string | undefined, title: string) => void;
  readonly addServer: (name: string) => void;
  readonly connect: (id: string, name: string, connected: boolean) => void;
  readonly removeServer: (id: string, name: string) => void;
}

export function toolActions(store: WorkbenchStore, { say, focusRow, rowBeside }: RowScreen): ToolActions {
  const { edit, select } = store.getState();
  const document = () => currentDocument(store.getState());
  const open = (selection: Selection) => {
    select(selection);
    focusRow(selectionId(selection));
  };
  /** Takes something away and puts the focus, and what was open, on its neighbour. */
  const leave = (gone: Selection, label: string, change: (document: Document) => Document, words: string) => {
    const beside = rowBeside(selectionId(gone));
    const wasOpen = selectionId(store.getState().selection) === selectionId(gone);
    edit(label, change);
    if (wasOpen && beside?.startsWith('tool:')) open({ type: 'tool', id: beside.slice('tool:'.length) });
    else if (beside) focusRow(beside);
    say(words);
  };
  return {
    change: (label, id, change) => edit(label, (current) => changeTool(current, id, change)),
    add: (name, server) => {
      const id = newToolId(document(), name);
      edit(`Add tool ${name}`, (current) => addTool(current, name, server));
      open({ type: 'tool', id });
      say(`${name} added.`);
    },
    duplicate: ({ id, name }) => {
      const before = new Set(document().tools.map((tool) => tool.id));
      edit(`Duplicate ${name}`, (current) => copyTool(current, id));
      const copy = document().tools.find((tool) => !before.has(tool.id));
      if (copy) open({ type: 'tool', id: copy.id });
      say(`${name} duplicated.`);
    },
    remove: ({ id, name }) =>
      leave(
        { type: 'tool', id },
        `Delete ${name}`,
        (current) => removeTool(current, id),
        `${name} deleted. Undo brings it back.`,
      ),
    step: ({ id, name }, by) => {
      edit(`Move ${name}`, (current) => stepTool(current, id, by));
      say(describeStep(document().tools, id, by));
    },
    sort: (server, title) => {
      edit(`Sort ${title} tools`, (current) => sortTools(current, server));
      say(`${title} tools are sorted by name.`);
    },
    addServer: (name) => {
      const id = newServerId(document(), name);
      edit(`Add server ${name}`, (current) => addServer(current, name));
      open({ type: 'server', id });
      say(`${name} added.`);
    },
    connect: (id, name, connected) =>
      edit(`${connected ? 'Connect' : 'Disconnect'} ${name}`, (current) => changeServer(current, id, { connected })),
    removeServer: (id, name) =>
      leave(
        { type: 'server', id },
        `Delete server ${name}`,
        (current) => removeServer(current, id),
        `${name} and its tools deleted. Undo brings them back.`,
      ),
  };
}
