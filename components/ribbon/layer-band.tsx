'use client';

import { type KeyboardEvent, memo, useState } from 'react';
import { formatCount } from '@/components/ui/format-count.ts';
import { stepIndex } from '@/components/ui/step-index.ts';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { Layer } from '@/lib/prompt/block.ts';
import type { RibbonSegment } from '@/lib/store/analysis/analysis.ts';
import { LAYER_LOOK } from './layer-look.ts';
import { partSelection } from './part-selection.ts';
import { placed } from './place.ts';

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
      className="relative h-[34px]"
    >
      {segments.map(({ layer, start, tokens, parts: own }, index) => (
        <Stretch
          key={own[0]?.index ?? 0}
          layer={layer}
          {...placed(start, tokens, total)}
          tokens={tokens}
          isLast={index === segments.length - 1}
        />
      ))}
      {segments.map((segment) =>
        segment.parts.map((part) => (
          <Part
            key={part.index}
            index={part.index}
            title={part.title}
            tokens={part.tokens}
            {...placed(part.start, part.tokens, total)}
            isFirst={part === segment.parts[0]}
            isTabStop={part.index === tabStop}
          />
        )),
      )}
    </div>
  );
}

const partIndex = (target: EventTarget): number | undefined => {
  const index = target instanceof Element ? target.closest<HTMLElement>('[data-part]')?.dataset['part'] : undefined;
  return index === undefined ? undefined : Number(index);
};

type StretchProps = { layer: Layer; left: string; width: string; tokens: number; isLast: boolean };

/** A layer's ground, with its name where there is room for it. Its parts lie over it, not in it: its width is none of theirs. */
const Stretch = memo(function Stretch({ layer, left, width, tokens, isLast }: StretchProps) {
  const { fill, name } = LAYER_LOOK[layer];
  return (
    <span
      aria-hidden="true"
      style={{ left, width }}
      className={`@container absolute inset-y-0 text-xs text-on-layer first:rounded-l-md ${fill} ${isLast ? 'rounded-r-md' : 'border-r border-panel'}`}
    >
      <span className="absolute inset-0 hidden items-center truncate px-[7px] @min-[52px]:flex">
        <span className="truncate">
          {name} <span className="num hidden @min-[120px]:inline">{formatCount(tokens)}</span>
        </span>
      </span>
    </span>
  );
});

type PartProps = {
  index: number;
  title: string;
  tokens: number;
  left: string;
  width: string;
  isFirst: boolean;
  isTabStop: boolean;
};

const Part = memo(function Part({ index, title, tokens, left, width, isFirst, isTabStop }: PartProps) {
  return (
    <button
      type="button"
      data-part={index}
      aria-label={`${title}, ${formatCount(tokens)} tokens`}
      tabIndex={isTabStop ? 0 : -1}
      style={{ left, width }}
      className={`focus-inset absolute inset-y-0 transition-colors hover:bg-on-layer/20 focus-visible:bg-on-layer/20 ${isFirst ? '' : 'border-l border-on-layer/25'}`}
    />
  );
});
