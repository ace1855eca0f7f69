import { switchFlag } from '@/lib/document/edit-settings.ts';
import { FLAGS } from '@/lib/prompt/flag.ts';
import { promptRows } from '@/lib/store/analysis/prompt-rows.ts';
import { sourceTitle } from '@/lib/store/analysis/source-title.ts';
import { turnRows } from '@/lib/store/analysis/turn-rows.ts';
import type { Selection } from '@/lib/store/selection.ts';
import { currentDocument, type WorkbenchStore } from '@/lib/store/workbench-store.ts';
import type { Command, CommandGroup } from './command.ts';

/** Every part of the document by its name: what has a text is opened, a flag is switched. Groups without a part are left out. */
export function partCommands(store: WorkbenchStore): CommandGroup[] {
  const state = store.getState();
  const document = currentDocument(state);
  const open = (label: string, id: string, selection: Selection): Command => ({
    id,
    label,
    run: () => state.select(selection, 'edit'),
  });
  const groups: CommandGroup[] = [
    {
      title: 'Sections',
      commands: document.sections.map(({ id, title }) => open(title, `section-${id}`, { type: 'section', id })),
    },
    {
      title: 'Memory files',
      commands: document.memoryFiles.map(({ path }) => open(path, `file-${path}`, { type: 'memory-file', path })),
    },
    { title: 'Tools', commands: document.tools.map(({ id, name }) => open(name, `tool-${id}`, { type: 'tool', id })) },
    {
      title: 'MCP servers',
      commands: document.mcpServers.map(({ id, name }) =>
        open(`Instructions of ${name}`, `server-${id}`, { type: 'server', id }),
      ),
    },
    {
      title: 'Prompts and context',
      commands: [
        ...promptRows(document, undefined).map(({ id, title }) => open(title, `prompt-${id}`, { type: 'prompt', id })),
        open(sourceTitle({ type: 'git-status' }, document), 'git-status', { type: 'git-status' }),
      ],
    },
    {
      title: 'Turns',
      commands: turnRows(document, undefined).map(({ turn: { id }, number, opening }) =>
        open(`Turn ${number}: ${opening || 'Empty'}`, `turn-${id}`, { type: 'turn', id }),
      ),
    },
    {
      title: 'Flags',
      commands: FLAGS.map(({ id, name }): Command => {
        const isOn = !document.flags[id];
        const label = `Switch ${name} ${isOn ? 'on' : 'off'}`;
        return { id: `flag-${id}`, label, run: () => state.edit(label, (each) => switchFlag(each, id, isOn)) };
      }),
    },
  ];
  return groups.filter(({ commands }) => commands.length > 0);
}
