import { clearedDocument } from '@/lib/document/edit-conversation.ts';
import { findPreset, newerPreset } from '@/lib/document/preset.ts';
import { canClear, canCompact } from '@/lib/store/can-clear.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';
import type { Command, CommandGroup } from './command.ts';
import type { DialogName } from './dialog-name.ts';
import { partCommands } from './part-commands.ts';
import { shortcutLabel } from './shortcuts.ts';
import type { Workbench } from './start-workbench.ts';
import { applyTheme } from './theme.ts';

const TABS = [
  ['sections', 'Show sections'],
  ['flags', 'Show flags'],
  ['memory', 'Show memory files'],
  ['tools', 'Show tools'],
  ['context', 'Show context: prompts, conversation, cache, environment, git'],
] as const;

/** The palette's commands for the workbench as it stands. */
export function commandGroups(workbench: Workbench, onOpen: (dialog: DialogName) => void): CommandGroup[] {
  const { store, sender, presets } = workbench;
  const state = store.getState();
  const document = currentDocument(state);
  const preset = findPreset(presets, document.preset);
  return [
    {
      title: 'Do',
      commands: [
        { id: 'send', label: 'Send request', shortcut: shortcutLabel('↵'), run: () => void sender.send() },
        { id: 'stop', label: 'Stop', run: () => sender.stop() },
        { id: 'undo', label: 'Undo', shortcut: shortcutLabel('Z'), run: state.undo },
        { id: 'redo', label: 'Redo', shortcut: shortcutLabel('⇧Z'), run: state.redo },
        { id: 'import', label: 'Import a request, a folder or a document', run: () => onOpen('import') },
        { id: 'export', label: 'Export the request or the document', run: () => onOpen('export') },
        { id: 'share', label: 'Share a link', run: () => onOpen('share') },
        { id: 'compare', label: 'Compare two requests', run: () => onOpen('compare') },
        { id: 'connection', label: 'Check the connection to the backend', run: () => onOpen('connection') },
        { id: 'several-backends', label: 'Send to several backends', run: () => onOpen('several-backends') },
        { id: 'header-demo', label: 'Show what the billing header costs', run: () => onOpen('header-demo') },
        ...(state.isLocal
          ? [{ id: 'own-server', label: 'Add a server of your own', run: () => onOpen('own-server') }]
          : []),
        ...sessionCommands(workbench),
        { id: 'session', label: 'New session: forget the requests and start with a cold cache', run: state.newSession },
        ...(preset
          ? [
              {
                id: 'reset',
                label: `Reset to the preset ${preset.title}`,
                run: () => state.open(preset, 'Reset to preset'),
              },
            ]
          : []),
        { id: 'shortcuts', label: 'Keyboard shortcuts', shortcut: '?', run: () => onOpen('shortcuts') },
      ],
    },
    {
      title: 'View',
      commands: [
        { id: 'assembled', label: 'Show the assembled request', run: () => state.setView('assembled') },
        { id: 'json', label: 'Show the request as JSON', run: () => state.setView('json') },
        { id: 'diff', label: 'Show what differs from the preset', run: () => state.setView('diff') },
        ...TABS.map(([tab, label]) => ({ id: `tab-${tab}`, label, run: () => state.setTab(tab) })),
        { id: 'light', label: 'Light theme', run: () => applyTheme('light') },
        { id: 'dark', label: 'Dark theme', run: () => applyTheme('dark') },
        { id: 'system', label: 'Theme of the system', run: () => applyTheme('system') },
      ],
    },
    {
      title: 'Presets',
      commands: [
        { id: 'presets', label: 'Preset gallery', run: () => onOpen('presets') },
        ...(newerPreset(presets, document.preset)
          ? [{ id: 'preset-update', label: 'Update to the newer preset', run: () => onOpen('preset-update') }]
          : []),
        ...presets.map(({ title, document: each }) => ({
          id: `preset-${each.preset.id}`,
          label: `Open preset ${title}`,
          run: () => state.open(each, `Open preset ${title}`),
        })),
      ],
    },
    ...partCommands(store),
  ];
}

/** What the session's bar and the tab of flags offer, while it can be done. */
function sessionCommands({ store, sender }: Workbench): Command[] {
  const state = store.getState();
  const { held, setMode, release } = state;
  const isSession = held.mode === 'session';
  return [
    {
      id: 'mode',
      label: isSession
        ? 'Live mode: every edit is in the next request'
        : 'Session mode: edits wait as in a real session',
      run: () => setMode(isSession ? 'live' : 'session'),
    },
    ...(canClear(state)
      ? [
          {
            id: 'clear',
            label: '/clear: empty the conversation, compute everything anew',
            run: () => release('Clear the conversation', clearedDocument),
          },
        ]
      : []),
    ...(canCompact(state)
      ? [
          {
            id: 'compact',
            label: '/compact: put a summary in the place of the conversation',
            run: () => void sender.compact(),
          },
        ]
      : []),
  ];
}
