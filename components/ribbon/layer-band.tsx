'use client';

import { type KeyboardEvent, useState } from 'react';
import { stepIndex } from '@/components/ui/step-index.ts';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { RibbonSegment } from '@/lib/store/analysis/analysis.ts';
import { LayerPart } from './layer-part.tsx';
import { LayerStretch } from './layer-stretch.tsx';
import { partSelection } from './part-selection.ts';
import { placed, type Scale } from './place.ts';

type LayerBandProps = {
  segments: readonly RibbonSegment[];
  scale: Scale;
  /** Says which part is pointed at, by its index. */
  onPoint: (index: number | undefined) => void;
};

/** The upper band: one tab stop, arrow keys go from part to part, Enter or a click opens one. */
export function LayerBand({ segments, scale, onPoint }: LayerBandProps) {
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
      {segments.map(({ layer, tokens, parts: own }, index) => (
        <LayerStretch
          key={own[0]?.index ?? 0}
          layer={layer}
          {...placed(scale, own[0]?.index ?? 0, own.at(-1)?.index)}
          tokens={tokens}
          isLast={index === segments.length - 1}
        />
      ))}
      {segments.map((segment) =>
        segment.parts.map((part) => (
          <LayerPart
            key={part.index}
            index={part.index}
            title={part.title}
            tokens={part.tokens}
            {...placed(scale, part.index)}
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
