'use client';

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { clampSize, type PaneLimits, sizeForKey } from './pane-size.ts';

type PaneSeparatorProps = {
  label: string;
  /** The id of the pane it sizes. */
  controls: string;
  size: number;
  /** The width as laid out, which a narrow window may hold below `size`. */
  measure: () => number;
  limits: PaneLimits;
  /** 1 when the pane lies left of the line, -1 when right. */
  grows: 1 | -1;
  /** Each step of a drag, then `onCommit` once; a key commits at once. */
  onDrag: (size: number) => void;
  onCommit: (size: number) => void;
  className?: string;
};

/** The line between two panes: drag it, or focus it and use the arrow keys, Home and End. */
export function PaneSeparator(props: PaneSeparatorProps) {
  const { label, controls, size, measure, limits, grows, onDrag, onCommit, className = '' } = props;
  const drag = useRef<{ x: number; width: number } | undefined>(undefined);
  const sizeAt = (x: number) => drag.current && clampSize(drag.current.width + (x - drag.current.x) * grows, limits);

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    drag.current = { x: event.clientX, width: measure() };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const next = sizeAt(event.clientX);
    if (next !== undefined) onDrag(next);
  };
  const onLostPointerCapture = (event: PointerEvent) => {
    const next = sizeAt(event.clientX);
    drag.current = undefined;
    if (next !== undefined) onCommit(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = sizeForKey(event.key, event.shiftKey, measure(), grows, limits);
    if (next === undefined) return;
    event.preventDefault();
    onCommit(next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a line that can be moved is a focusable separator; <hr> cannot be
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-controls={controls}
      aria-valuenow={size}
      aria-valuemin={limits.min}
      aria-valuemax={limits.max}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onLostPointerCapture={onLostPointerCapture}
      onKeyDown={onKeyDown}
      className={`relative z-20 cursor-col-resize touch-none bg-line outline-none select-none after:absolute after:inset-y-0 after:-inset-x-1 hover:bg-control focus-visible:bg-focus focus-visible:shadow-[0_0_0_1px_var(--color-focus)] ${className}`}
    />
  );
}
