'use client';

import { useCallback, useEffect, useState } from 'react';
import { ComposeRoom } from '@/components/compose/compose-room.tsx';
import { EditorRoom } from '@/components/editor/editor-room.tsx';
import type { Dropped } from '@/components/import/dropped.ts';
import { useDrop } from '@/components/import/use-drop.ts';
import { Ribbon } from '@/components/ribbon/ribbon.tsx';
import { RunRoom } from '@/components/run/run-room.tsx';
import { Announcements } from './announcements.tsx';
import type { DialogName } from './dialog-name.ts';
import { WorkbenchDialogs } from './dialogs.tsx';
import { HeaderRoom } from './header-room.tsx';
import { readPaneSizes, savePaneSizes } from './pane-sizes.ts';
import type { Room } from './room-switch.tsx';
import { WorkbenchShell } from './shell.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { useServices } from './workbench-context.tsx';

/** The rooms in their frame, once the workbench runs. */
export function Playground() {
  const [room, setRoom] = useState<Room>('compose');
  const [sizes, setSizes] = useState(readPaneSizes);
  const [dialog, setDialog] = useState<DialogName>();
  const [dropped, setDropped] = useState<Dropped>();
  const openDialog = useCallback((next: DialogName | undefined) => {
    setDropped(undefined);
    setDialog(next);
  }, []);
  useDrop(
    useCallback((next: Dropped) => {
      setDropped(next);
      setDialog('import');
    }, []),
  );
  useShortcuts(openDialog);
  useRoomOfSelection(setRoom);
  return (
    <>
      <WorkbenchShell
        header={<HeaderRoom onOpen={openDialog} />}
        ribbon={<Ribbon />}
        compose={<ComposeRoom />}
        editor={<EditorRoom />}
        run={<RunRoom />}
        room={room}
        onRoomChange={setRoom}
        sizes={sizes}
        onSizesChange={(next) => {
          setSizes(next);
          savePaneSizes(next);
        }}
      />
      <Announcements />
      <WorkbenchDialogs open={dialog} onOpen={openDialog} dropped={dropped} />
    </>
  );
}

/** On a phone, choosing something to edit goes to the editor. */
function useRoomOfSelection(setRoom: (room: Room) => void): void {
  const { store } = useServices();
  useEffect(
    () =>
      store.subscribe((state, previous) => {
        const isOpened = state.selection !== previous.selection || state.view !== previous.view;
        if (isOpened && state.history === previous.history) setRoom('editor');
      }),
    [store, setRoom],
  );
}
