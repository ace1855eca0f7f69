'use client';

import { useEffect } from 'react';
import type { DialogName } from './dialog-name.ts';
import { shortcutAction } from './shortcut-action.ts';
import { useServices } from './workbench-context.tsx';

/** The workbench's keys: send, undo, redo, commands, help. */
export function useShortcuts(onOpen: (dialog: DialogName) => void): void {
  const { store, sender } = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = shortcutAction(event, event.target instanceof Element ? event.target : undefined);
      if (!action) return;
      event.preventDefault();
      if (action === 'send') void sender.send();
      else if (action === 'undo' || action === 'redo') store.getState()[action]();
      else onOpen(action);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [store, sender, onOpen]);
}
