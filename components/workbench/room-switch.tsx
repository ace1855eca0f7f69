export const ROOMS = { compose: 'Compose', editor: 'Editor', run: 'Run' } as const;

export type Room = keyof typeof ROOMS;

type RoomSwitchProps = {
  /** above: over the side pane of a tablet · below: a phone's bottom bar. */
  place: 'above' | 'below';
  rooms: readonly Room[];
  value: Room;
  onValueChange: (room: Room) => void;
};

const BARS = {
  above: 'hidden gap-1 border-b border-line bg-panel p-1.5 sm:max-lg:col-start-1 sm:max-lg:row-start-1 sm:max-lg:flex',
  below: 'hidden border-t border-line bg-panel pb-[env(safe-area-inset-bottom)] max-sm:flex',
} as const;

const BUTTONS = {
  above: 'h-7 rounded-[7px] border border-transparent aria-pressed:border-line aria-pressed:bg-sunken',
  below: 'h-12 border-t-2 border-transparent aria-pressed:border-ink',
} as const;

/** Chooses which room shows where not all of them fit. */
export function RoomSwitch({ place, rooms, value, onValueChange }: RoomSwitchProps) {
  return (
    <nav aria-label="Rooms" className={BARS[place]}>
      {rooms.map((room) => (
        <button
          key={room}
          type="button"
          aria-pressed={room === value}
          onClick={() => onValueChange(room)}
          className={`focus-inset flex-1 text-ink-2 transition-colors hover:text-ink aria-pressed:font-[550] aria-pressed:text-ink ${BUTTONS[place]}`}
        >
          {ROOMS[room]}
        </button>
      ))}
    </nav>
  );
}
