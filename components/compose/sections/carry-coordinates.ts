import type { KeyboardCoordinateGetter } from '@dnd-kit/core';

const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 };

/** Carries a lifted row from place to place by the arrow keys, whatever the rows' heights and what stands between them. */
export const carryCoordinates: KeyboardCoordinateGetter = (event, { context }) => {
  const by = STEPS[event.code];
  if (!by) return undefined;
  event.preventDefault();
  const keys: readonly unknown[] = context.active?.data.current?.['sortable']?.items ?? [];
  const next = keys[keys.indexOf(context.over?.id ?? context.active?.id) + by];
  const place = typeof next === 'string' ? context.droppableRects.get(next) : undefined;
  return place && { x: place.left, y: place.top };
};
