'use client';

import { type ReactNode, useState } from 'react';
import type { PaneSizes } from '@/components/ui/pane-size.ts';
import { SplitPane } from '@/components/ui/split-pane.tsx';
import { FIRST_WIDTHS } from './pane-sizes.ts';
import { ROOMS, type Room, RoomSwitch } from './room-switch.tsx';

type WorkbenchShellProps = {
  header: ReactNode;
  ribbon: ReactNode;
  compose: ReactNode;
  editor: ReactNode;
  run: ReactNode;
  /** The room a phone shows; on a tablet, compose and run take turns beside the editor. */
  room: Room;
  onRoomChange: (room: Room) => void;
  sizes: PaneSizes;
  onSizesChange: (sizes: PaneSizes) => void;
};

const FRAME = `${FIRST_WIDTHS} grid grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)] sm:grid-cols-[min(var(--pane-start),50%)_1px_minmax(0,1fr)] sm:grid-rows-[auto_minmax(0,1fr)] lg:grid-cols-[min(var(--pane-start),30%)_1px_minmax(0,1fr)_1px_min(var(--pane-end),34%)] lg:grid-rows-[minmax(0,1fr)]`;

const PLACES = {
  compose: 'bg-panel sm:max-lg:col-start-1 sm:max-lg:row-start-2',
  editor: 'bg-paper sm:max-lg:col-start-3 sm:max-lg:row-span-full',
  run: 'bg-panel [--pane-pad:16px] sm:max-lg:col-start-1 sm:max-lg:row-start-2',
} as const;

const SEPARATORS = {
  start: {
    label: 'Width of the left pane',
    controls: 'room-compose',
    className: 'max-sm:hidden sm:max-lg:col-start-2 sm:max-lg:row-span-full',
  },
  end: { label: 'Width of the run pane', controls: 'room-run', className: 'max-lg:hidden' },
} as const;

/**
 * The workbench's frame: three rooms side by side from 1024 px, two from 640 px, one with a bottom bar below. A room
 * out of sight is out of the accessibility tree; its state stays. Each is contained: a change in one leaves the layout and the painting
 * of the others as they are.
 */
export function WorkbenchShell(props: WorkbenchShellProps) {
  const { header, ribbon, room, onRoomChange, sizes, onSizesChange } = props;
  const [side, setSide] = useState<'compose' | 'run'>('compose');
  if (room !== 'editor' && room !== side) setSide(room);

  const place = (name: Room) => {
    const tablet = name === 'editor' || name === side ? '' : 'sm:max-lg:hidden';
    return (
      <section
        id={`room-${name}`}
        aria-label={ROOMS[name]}
        className={`relative ${PLACES[name]} ${name === room ? '' : 'max-sm:hidden'} ${tablet}`}
      >
        <div className="contained">{props[name]}</div>
      </section>
    );
  };
  return (
    <div className="grid h-[max(100dvh,360px)] grid-cols-[minmax(0,1fr)] grid-rows-[auto_auto_minmax(0,1fr)_auto]">
      {header}
      <section aria-label="Ribbon" className="relative z-10 border-b border-line bg-panel">
        {ribbon}
      </section>
      <main className="grid">
        <SplitPane
          className={FRAME}
          sizes={sizes}
          onSizesChange={onSizesChange}
          separators={SEPARATORS}
          start={
            <>
              <RoomSwitch place="above" rooms={['compose', 'run']} value={side} onValueChange={onRoomChange} />
              {place('compose')}
            </>
          }
          middle={place('editor')}
          end={place('run')}
        />
      </main>
      <RoomSwitch place="below" rooms={['compose', 'editor', 'run']} value={room} onValueChange={onRoomChange} />
    </div>
  );
}
