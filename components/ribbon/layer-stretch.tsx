'use client';

import { memo } from 'react';
import { formatCount } from '@/components/ui/format-count.ts';
import type { Layer } from '@/lib/prompt/block.ts';
import { LAYER_LOOK } from './layer-look.ts';

type LayerStretchProps = { layer: Layer; left: string; width: string; tokens: number; isLast: boolean };

/** A layer's ground, with its name where there is room for it. Its parts lie over it, not in it: its width is none of theirs. */
export const LayerStretch = memo(function LayerStretch({ layer, left, width, tokens, isLast }: LayerStretchProps) {
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
