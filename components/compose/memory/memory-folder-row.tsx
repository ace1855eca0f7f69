'use client';

import { type ComponentProps, type KeyboardEvent, type Ref, useState } from 'react';
import { InlineForm } from '@/components/compose/rows/inline-form.tsx';
import { focusRow, stepFocus } from '@/components/compose/rows/row-focus.ts';
import { Icon } from '@/components/ui/icon.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import { useDocument } from '@/components/workbench/workbench-context.tsx';
import { readFolderPath } from '@/lib/document/memory-path.ts';
import { folderMenuItems, folderRole } from './folder-menu-items.ts';
import type { MemoryActions } from './memory-actions.ts';

export type MemoryFolderRowProps = {
  path: string;
  name: string;
  depth: number;
  isOpen: boolean;
  onToggle: () => void;
  onAdd: () => void;
  actions: MemoryActions;
};

type DrawnFolderRowProps = MemoryFolderRowProps & {
  rowRef?: Ref<HTMLDivElement>;
  /** What is being carried would lie here. */
  isTarget?: boolean;
  /** It is being carried itself. */
  isCarried?: boolean;
  /** Begins to carry it by its name; keys move it by its path. */
  onPointerDown?: ComponentProps<'button'>['onPointerDown'];
};

/** A directory of the tree: its name, what it is to the client, and what can be done with all that lies in it. */
export function MemoryFolderRow(props: DrawnFolderRowProps) {
  const { path, name, depth, isOpen, onToggle, onAdd, actions, rowRef, isTarget = false, isCarried = false } = props;
  const [isMoving, setMoving] = useState(false);
  const environment = useDocument((document) => document.environment);
  const role = folderRole(path, environment);
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key === 'F2' && path !== '/') setMoving(true);
    else if (event.key === (isOpen ? 'ArrowLeft' : 'ArrowRight')) onToggle();
    else stepFocus(event);
  };
  return (
    <>
      <div
        ref={rowRef}
        className={`flex h-7 items-center gap-1.5 pr-1.5 hover:bg-sunken ${isTarget ? 'bg-sunken shadow-[inset_0_0_0_1.5px_var(--color-ink)]' : ''} ${isCarried ? 'opacity-50' : ''}`}
      >
        <button
          type="button"
          data-row={`folder:${path}`}
          aria-expanded={isOpen}
          onClick={onToggle}
          onKeyDown={onKeyDown}
          onPointerDown={props.onPointerDown}
          style={{ paddingLeft: 10 + depth * 10 }}
          className="focus-inset flex h-full min-w-0 flex-1 items-center gap-1.5 rounded-sm text-left text-sm text-ink-2"
        >
          <Icon name="chevron" className={`size-3.5 text-ink-3 transition-transform ${isOpen ? '' : '-rotate-90'}`} />
          <span className="min-w-0 truncate">{name}</span>
          {role && <span className="ml-auto shrink-0 text-xs text-ink-3">{role}</span>}
        </button>
        <Menu
          label={`Actions for ${path}`}
          size="sm"
          items={folderMenuItems(path, environment, actions, { add: onAdd, move: () => setMoving(true) })}
        />
      </div>
      {isMoving && <MoveFolderForm path={path} actions={actions} onClose={() => setMoving(false)} />}
    </>
  );
}

type MoveFolderFormProps = { path: string; actions: MemoryActions; onClose: () => void };

/** Renames or moves a directory by its path. */
function MoveFolderForm({ path, actions, onClose }: MoveFolderFormProps) {
  const document = useDocument((each) => each);
  return (
    <InlineForm
      className="px-3 pt-1 pb-3"
      label={`New path of ${path}`}
      initial={path}
      action="Move"
      read={(typed) => readFolderPath(typed, document, path)}
      onSubmit={(to) => {
        onClose();
        actions.moveFolder(path, to);
      }}
      onCancel={() => {
        onClose();
        focusRow(`folder:${path}`);
      }}
    />
  );
}
