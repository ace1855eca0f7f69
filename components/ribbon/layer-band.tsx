'use client';

import { type KeyboardEvent, memo, type ReactNode, useState } from 'react';
import { formatCount } from '@/components/ui/format-count.ts';
import { stepIndex } from '@/components/ui/step-index.ts';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Layer } from '@/lib/prompt/block.ts';
import type { RibbonSegment } from '@/lib/store/analysis/analysis.ts';
import { LAYER_LOOK } from './layer-look.ts';
import { partSelection } from './part-selection.ts';
import { percent, stepAt } from './place.ts';

type LayerBandProps = {
  segments: readonly RibbonSegment[];
  total: number;
  /** Says which part is pointed at, by its index. */
  onPoint: (index: number | undefined) => void;
};

/** The upper band: one tab stop, arrow keys go from part to part, Enter or a click opens one. */
export function LayerBand({ segments, total, onPoint }: LayerBandProps) {
  const [current, setCurrent] = useState(0);
  const select = useWorkbench((state) => state.select);
  const parts = segments.flatMap((segment) => segment.parts);
  const tabStop = Math.min(current, parts.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = stepIndex(event.key, tabStop, parts.length);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  const open = (index: number | undefined) => {
    const part = index === undefined ? undefined : parts[index];
    if (!part) return;
    const { selection, view } = partSelection(part);
    select(selection, view);
  };
  return (
    <div
      role="toolbar"
      aria-label="Parts of the request"
      onKeyDown={onKeyDown}
      onPointerOver={({ target }) => onPoint(partIndex(target))}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={({ target }) => {
        setCurrent(partIndex(target) ?? tabStop);
        onPoint(partIndex(target));
      }}
      onBlur={() => onPoint(undefined)}
      onClick={({ target }) => open(partIndex(target))}
      className="relative flex h-[34px] rounded-md"
    >
      {segments.map(({ layer, start, tokens, parts: own }) => {
        const from = stepAt(start, total);
        const steps = stepAt(start + tokens, total) - from;
        return (
          <Segment key={own[0]?.index ?? 0} layer={layer} width={percent(steps)} tokens={tokens}>
            {own.map((part) => (
              <Part
                key={part.index}
                index={part.index}
                title={part.title}
                tokens={part.tokens}
                width={percent(stepAt(part.start + part.tokens, total) - stepAt(part.start, total), steps)}
                isTabStop={part.index === tabStop}
              />
            ))}
          </Segment>
        );
      })}
    </div>
  );
}

const partIndex = (target: EventTarget): number | undefined => {
  const index = target instanceof Element ? target.closest<HTMLElement>('[data-part]')?.dataset['part'] : undefined;
  return index === undefined ? undefined : Number(index);
};

type SegmentProps = { layer: Layer; width: string; tokens: number; children: ReactNode };

function Segment({ layer, width, tokens, children }: SegmentProps) {
  const { fill, name } = LAYER_LOOK[layer];
  return (
    <div
      style={{ width }}
      className={`@container relative border-r border-panel text-xs text-on-layer first:rounded-l-md last:rounded-r-md last:border-r-0 ${fill}`}
    >
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 hidden items-center truncate px-[7px] @min-[52px]:flex"
      >
        <span className="truncate">
          {name} <span className="num hidden @min-[120px]:inline">{formatCount(tokens)}</span>
        </span>
      </span>
      <span className="absolute inset-0 flex overflow-hidden">{children}</span>
    </div>
  );
}

type PartProps = { index: number; title: string; tokens: number; width: string; isTabStop: boolean };

const Part = memo(function Part({ index, title, tokens, width, isTabStop }: PartProps) {
  return (
    <button
      type="button"
      data-part={index}
      aria-label={`${title}, ${formatCount(tokens)} tokens`}
      tabIndex={isTabStop ? 0 : -1}
      style={{ width }}
      className="focus-inset h-full border-l border-on-layer/25 transition-colors first:border-l-0 hover:bg-on-layer/20 focus-visible:bg-on-layer/20"
    />
  );
});
