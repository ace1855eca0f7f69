'use client';

import { memo } from 'react';
import { formatCount } from '@/components/ui/format-count.ts';

type LayerPartProps = {
  index: number;
  title: string;
  tokens: number;
  left: string;
  width: string;
  isFirst: boolean;
  isTabStop: boolean;
};

/** A part of the request on the bar: what is pointed at, and what opens. */
export const LayerPart = memo(function LayerPart({
  index,
  title,
  tokens,
  left,
  width,
  isFirst,
  isTabStop,
}: LayerPartProps) {
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
