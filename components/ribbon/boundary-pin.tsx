'use client';

import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useEdit } from '@/components/workbench/workbench-context.tsx';
import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { boundaryStops, currentStop, nearestStop, stepStop } from '@/lib/store/analysis/boundary-stops.ts';
import { percent, type Scale, shareAt } from './place.ts';

/** The static/dynamic boundary on the bar: drag it, or focus it and use the arrow keys; it stops between sections. */
export function BoundaryPin({ analysis, scale }: { analysis: Analysis; scale: Scale }) {
  const edit = useEdit();
  const [dragged, setDragged] = useState<number>();
  const stops = boundaryStops(analysis);
  const current = currentStop(stops, analysis.document.boundary);
  const stop = (dragged === undefined ? undefined : stops[dragged]) ?? stops[current];
  if (!stop) return null;
  const isSent = analysis.boundaryBar === undefined;

  const move = (boundary: number | undefined) => {
    if (boundary === undefined || boundary === analysis.document.boundary) return;
    edit('Move cache boundary', (document) => ({ ...document, boundary }));
  };
  const stopAt = (event: PointerEvent<HTMLElement>) => {
    const bar = event.currentTarget.parentElement?.getBoundingClientRect();
    return bar && nearestStop(stops, ((event.clientX - bar.left) / bar.width) * analysis.chain.totalTokens);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepStop(event.key, current, stops.length);
    if (next === undefined) return;
    event.preventDefault();
    move(stops[next]?.boundary);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label="Boundary"
      aria-valuemin={0}
      aria-valuemax={stops.length - 1}
      aria-valuenow={dragged ?? current}
      aria-valuetext={`after ${stop.after}, at ${stop.at} tokens${isSent ? '' : ', not sent'}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(current);
      }}
      onPointerMove={(event) => {
        const next = dragged === undefined ? undefined : stopAt(event);
        if (next) setDragged(stops.indexOf(next));
      }}
      onPointerUp={() => {
        if (dragged !== undefined) move(stops[dragged]?.boundary);
        setDragged(undefined);
      }}
      onPointerCancel={() => setDragged(undefined)}
      style={{ left: percent(shareAt(stop.at, scale)) }}
      className="absolute top-0.5 bottom-0 z-10 w-0 cursor-ew-resize touch-none outline-none focus-visible:[&>b]:shadow-[0_0_0_2px_var(--color-paper),0_0_0_4px_var(--color-focus)]"
    >
      <span className={`absolute top-0 bottom-4 -left-px w-0.5 ${isSent ? 'bg-ink' : 'bg-ink-3'}`} />
      <span className="absolute inset-y-0 -left-2.5 w-5" />
      <b
        className={`absolute bottom-0 left-0 -translate-x-1/2 rounded px-1.5 text-xs font-normal whitespace-nowrap text-paper ${isSent ? 'bg-ink' : 'bg-ink-3'}`}
      >
        boundary
      </b>
    </div>
  );
}
