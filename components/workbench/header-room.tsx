'use client';

import { PRESETS } from '@/lib/document/presets.ts';
import type { DialogName } from './dialog-name.ts';
import { WorkbenchHeader } from './header.tsx';
import { backendOptions, changesText, modelOptions, presetOptions } from './header-options.ts';
import { shortcutLabel } from './shortcuts.ts';
import { nextTheme } from './theme.ts';
import { useDocument, useEdit, useWorkbench } from './workbench-context.tsx';

/** The header, bound to the document: preset, model and backend, undo and redo, and what can be done with the whole. */
export function HeaderRoom({ onOpen }: { onOpen: (dialog: DialogName) => void }) {
  const edit = useEdit();
  const document = useDocument((each) => each);
  const { undo, redo, open } = useWorkbench((state) => state);
  const backends = useWorkbench((state) => state.backends);
  const canUndo = useWorkbench(({ history }) => history.past.length > 0);
  const canRedo = useWorkbench(({ history }) => history.future.length > 0);
  const choosePreset = (id: string) => {
    const preset = PRESETS.find((each) => each.document.preset.id === id);
    if (preset) open(preset.document, `Open preset ${preset.title}`);
  };
  return (
    <WorkbenchHeader
      preset={{
        label: 'Preset',
        value: document.preset.id,
        options: presetOptions(document),
        onValueChange: choosePreset,
      }}
      status={changesText(document)}
      undo={{ label: 'Undo', shortcut: shortcutLabel('Z'), onSelect: undo, disabled: !canUndo }}
      redo={{ label: 'Redo', shortcut: shortcutLabel('⇧Z'), onSelect: redo, disabled: !canRedo }}
      model={{
        label: 'Model',
        value: document.model,
        options: modelOptions(document.model),
        onValueChange: (model) => edit(`Choose model ${model}`, (each) => ({ ...each, model })),
      }}
      backend={{
        label: 'Backend',
        value: document.backend,
        options: backendOptions(document.backend, backends),
        onValueChange: (backend) => edit(`Choose backend ${backend}`, (each) => ({ ...each, backend })),
        lead: <span className="size-[7px] rounded-full bg-cache-read" />,
      }}
      actions={[
        { id: 'share', label: 'Share', icon: 'link', onSelect: () => onOpen('share'), inline: 'tablet' },
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
