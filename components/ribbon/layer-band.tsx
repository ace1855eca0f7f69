'use client';

import { type KeyboardEvent, useState } from 'react';
import { stepIndex } from '@/components/ui/step-index.ts';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { RibbonPart, RibbonSegment } from '@/lib/store/analysis/analysis.ts';
import { LAYER_LOOK, percent } from './layer-look.ts';
import { partSelection } from './part-selection.ts';

type LayerBandProps = {
  segments: readonly RibbonSegment[];
  total: number;
  onPoint: (part: RibbonPart | undefined) => void;
};

/** The upper band: one tab stop, arrow keys go from part to part, Enter or a click opens one. */
export function LayerBand({ segments, total, onPoint }: LayerBandProps) {
  const [current, setCurrent] = useState(0);
  const select = useWorkbench((state) => state.select);
  const parts = segments.flatMap((segment) => segment.parts);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = stepIndex(event.key, Math.min(current, parts.length - 1), parts.length);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      role="toolbar"
      aria-label="Parts of the request"
      onKeyDown={onKeyDown}
      onPointerLeave={() => onPoint(undefined)}
      className="relative flex h-[34px] rounded-md"
    >
      {segments.map((segment) => (
        <Segment key={segment.start} segment={segment} total={total}>
          {segment.parts.map((part) => (
            <button
              key={part.start}
              type="button"
              aria-label={`${part.title}, ${part.tokens} tokens`}
              tabIndex={parts.indexOf(part) === Math.min(current, parts.length - 1) ? 0 : -1}
              style={{ width: percent(part.tokens, segment.tokens) }}
              onPointerEnter={() => onPoint(part)}
              onFocus={() => {
                setCurrent(parts.indexOf(part));
                onPoint(part);
              }}
              onBlur={() => onPoint(undefined)}
              onClick={() => {
                const { selection, view } = partSelection(part);
                select(selection, view);
              }}
              className="focus-inset h-full border-l border-on-layer/25 transition-colors first:border-l-0 hover:bg-on-layer/20 focus-visible:bg-on-layer/20"
            />
          ))}
        </Segment>
      ))}
    </div>
  );
}

function Segment({ segment, total, children }: { segment: RibbonSegment; total: number; children: React.ReactNode }) {
  const { fill, name } = LAYER_LOOK[segment.layer];
  return (
    <div
      style={{ width: percent(segment.tokens, total) }}
      className={`@container relative border-r border-panel text-xs text-on-layer first:rounded-l-md last:rounded-r-md last:border-r-0 ${fill}`}
    >
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 hidden items-center truncate px-[7px] @min-[52px]:flex"
      >
        <span className="truncate">
          {name} <span className="num hidden @min-[120px]:inline">{segment.tokens.toLocaleString('en-US')}</span>
        </span>
      </span>
      <span className="absolute inset-0 flex overflow-hidden">{children}</span>
    </div>
  );
}
