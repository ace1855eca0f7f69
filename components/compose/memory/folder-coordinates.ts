import type { KeyboardCoordinateGetter, Over } from '@dnd-kit/core';

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** The directory that a carried file is over; a file stands for the directory it lies in. */
export const folderUnder = (over: Over | null): string | undefined => over?.data.current?.['folder'];

/** Carries a lifted file from directory to directory by the arrow keys, in the order in which they are drawn. */
export const folderCoordinates: KeyboardCoordinateGetter = (event, { context }) => {
  const by = STEPS[event.code];
  if (!by) return undefined;
  event.preventDefault();
  const folders = context.droppableContainers
    .getEnabled()
    .filter(({ data }) => data.current?.['isFolder'])
    .flatMap(({ data, id }) => {
      const rect = context.droppableRects.get(id);
      return rect ? [{ folder: data.current?.['folder'], x: rect.left, y: rect.top }] : [];
    })
    .sort((left, right) => left.y - right.y);
  const at = folders.findIndex(({ folder }) => folder === folderUnder(context.over));
  const next = folders[at + by];
  return next && { x: next.x, y: next.y };
};
