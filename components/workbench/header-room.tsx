'use client';

import { newerPreset } from '@/lib/document/preset.ts';
import { withBackend } from '@/lib/store/chosen-backend.ts';
import type { DialogName } from './dialog-name.ts';
import { WorkbenchHeader } from './header.tsx';
import { backendOptions, changesText, modelOptions, presetOptions } from './header-options.ts';
import { shortcutLabel } from './shortcuts.ts';
import { nextTheme } from './theme.ts';
import { useAnalysis, useDocument, useEdit, usePreset, useServices, useWorkbench } from './workbench-context.tsx';

/** The header, bound to the document: preset, model and backend, undo and redo, and what can be done with the whole. */
export function HeaderRoom({ onOpen }: { onOpen: (dialog: DialogName) => void }) {
  const { presets } = useServices();
  const base = usePreset();
  const edit = useEdit();
  const preset = useDocument((document) => document.preset);
  const title = useDocument((document) => document.title);
  const model = useDocument((document) => document.model);
  const backend = useDocument((document) => document.backend);
  const status = useDocument((document) => changesText(document, base));
  const undo = useWorkbench((state) => state.undo);
  const redo = useWorkbench((state) => state.redo);
  const open = useWorkbench((state) => state.open);
  const backends = useWorkbench((state) => state.backends);
  const canUndo = useWorkbench(({ history }) => history.past.length > 0);
  const canRedo = useWorkbench(({ history }) => history.future.length > 0);
  const isKnown = useAnalysis(({ card }) => card !== undefined) ?? true;
  const newer = newerPreset(presets, preset);
  const choosePreset = (id: string) => {
    const chosen = presets.find((each) => each.document.preset.id === id);
    if (chosen) open(chosen.document, `Open preset ${chosen.title}`);
  };
  const chooseBackend = (id: string) => {
    const chosen = backends.find((each) => each.id === id);
    if (chosen) edit(`Choose backend ${chosen.name}`, (document) => withBackend(document, chosen));
  };
  return (
    <WorkbenchHeader
      preset={{
        label: 'Preset',
        value: preset.id,
        options: presetOptions(presets, { preset, title }),
        onValueChange: choosePreset,
      }}
      status={status}
      undo={{ label: 'Undo', shortcut: shortcutLabel('Z'), onSelect: undo, disabled: !canUndo }}
      redo={{ label: 'Redo', shortcut: shortcutLabel('⇧Z'), onSelect: redo, disabled: !canRedo }}
      model={{
        label: 'Model',
        value: model,
        options: modelOptions(
          model,
          backends.find(({ id }) => id === backend),
          isKnown,
        ),
        onValueChange: (id) => edit(`Choose model ${id}`, (document) => ({ ...document, model: id })),
      }}
      backend={{
        label: 'Backend',
        value: backend,
        options: backendOptions(backend, backends),
        onValueChange: chooseBackend,
        lead: <span className="size-[7px] rounded-full bg-cache-read" />,
      }}
      actions={[
        ...(newer
          ? [
              {
                id: 'preset-update',
                label: `Update to version ${newer.preset.version}`,
                onSelect: () => onOpen('preset-update'),
                inline: 'desktop' as const,
              },
            ]
          : []),
        { id: 'presets', label: 'Preset gallery', onSelect: () => onOpen('presets'), inline: 'never' },
        { id: 'compare', label: 'Compare', onSelect: () => onOpen('compare'), inline: 'desktop' },
        { id: 'share', label: 'Share', icon: 'link', onSelect: () => onOpen('share'), inline: 'tablet' },
        { id: 'import', label: 'Import', icon: 'folder', onSelect: () => onOpen('import'), inline: 'wide' },
        { id: 'export', label: 'Export', onSelect: () => onOpen('export'), inline: 'never' },
        { id: 'theme', label: 'Light or dark', onSelect: nextTheme, inline: 'never' },
        {
          id: 'palette',
          label: 'Commands',
          shortcut: shortcutLabel('K'),
          onSelect: () => onOpen('palette'),
          inline: 'never',
        },
        {
          id: 'shortcuts',
          label: 'Keyboard shortcuts',
          shortcut: '?',
          onSelect: () => onOpen('shortcuts'),
          inline: 'never',
        },
      ]}
    />
  );
}
