'use client';

import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { PaneSeparator } from './pane-separator.tsx';
import { PANE_LIMITS, type PaneSizes } from './pane-size.ts';

type SplitPaneProps = {
  start: ReactNode;
  middle: ReactNode;
  end: ReactNode;
  sizes: PaneSizes;
  /** Called when a drag ends and on every key, not while dragging, with the width the layout granted. */
  onSizesChange: (sizes: PaneSizes) => void;
  /** What each line does, and the id of the pane it sizes. */
  separators: Record<keyof PaneSizes, { label: string; controls: string; className?: string }>;
  /** A grid: lays the parts out, with `--pane-start` and `--pane-end` as widths; holds their defaults for the first paint. */
  className: string;
};

/**
 * Three panes and two movable lines. The widths are set by script as custom properties, never as an attribute in the
 * served page.
 */
export function SplitPane(props: SplitPaneProps) {
  const { start, middle, end, sizes, onSizesChange, separators, className } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<PaneSizes>();
  const shown = dragged ?? sizes;

  useLayoutEffect(() => {
    frame.current?.style.setProperty('--pane-start', `${shown.start}px`);
    frame.current?.style.setProperty('--pane-end', `${shown.end}px`);
  }, [shown.start, shown.end]);

  const measure = (pane: keyof PaneSizes) => {
    const tracks = frame.current ? getComputedStyle(frame.current).gridTemplateColumns.split(' ') : [];
    return Number.parseFloat((pane === 'start' ? tracks[0] : tracks.at(-1)) ?? '') || shown[pane];
  };
  const settle = (pane: keyof PaneSizes, size: number) => {
    frame.current?.style.setProperty(`--pane-${pane}`, `${size}px`);
    setDragged(undefined);
    onSizesChange({ ...sizes, [pane]: Math.round(measure(pane)) });
  };
  const separator = (pane: keyof PaneSizes, grows: 1 | -1) => (
    <PaneSeparator
      {...separators[pane]}
      size={shown[pane]}
      limits={PANE_LIMITS[pane]}
      grows={grows}
      onDrag={(size) => setDragged({ ...shown, [pane]: size })}
      measure={() => measure(pane)}
      onCommit={(size) => settle(pane, size)}
    />
  );
  return (
    <div ref={frame} className={className}>
      {start}
      {separator('start', 1)}
      {middle}
      {separator('end', -1)}
      {end}
    </div>
  );
}
