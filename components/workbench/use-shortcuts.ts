'use client';

import { useEffect } from 'react';
import type { DialogName } from './dialog-name.ts';
import { useServices } from './workbench-context.tsx';

/** Fields that are not part of the document keep the browser's own undo. */
const ownsUndo = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && (target.type === 'password' || target.type === 'search');

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The workbench's keys: send, undo, redo, commands, help. */
export function useShortcuts(onOpen: (dialog: DialogName) => void): void {
  const { store, sender } = useServices();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isCommand = event.metaKey || event.ctrlKey;
      const key = event.key.toLowerCase();
      const act = (action: () => void) => {
        event.preventDefault();
        action();
      };
      if (event.defaultPrevented || event.altKey) return;
      if (isCommand && key === 'enter') act(() => void sender.send());
      else if (isCommand && key === 'k') act(() => onOpen('palette'));
      else if (isCommand && (key === 'y' || (key === 'z' && event.shiftKey)) && !ownsUndo(event.target))
        act(store.getState().redo);
      else if (isCommand && key === 'z' && !ownsUndo(event.target)) act(store.getState().undo);
      else if (!isCommand && key === '?' && !isTyping(event.target)) act(() => onOpen('shortcuts'));
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [store, sender, onOpen]);
}
