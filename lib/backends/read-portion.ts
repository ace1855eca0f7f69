import type { BackendEvent } from './backend.ts';

/** Is the answer over with these events? */
export function isOver(events: readonly BackendEvent[]): boolean {
  const last = events.at(-1)?.type;
  return last === 'message-end' || last === 'failure';
}

/** What a portion says, as far as it can be read, to the end of the answer: what came before a fault is told, and the fault. */
export function readPortion(
  portion: readonly string[],
  read: (data: string) => Iterable<BackendEvent>,
): { readonly events: readonly BackendEvent[]; readonly error?: unknown } {
  const events: BackendEvent[] = [];
  try {
    for (const data of portion) {
      for (const event of read(data)) events.push(event);
      if (isOver(events)) break;
    }
    return { events };
  } catch (error) {
    return { events, error };
  }
}
