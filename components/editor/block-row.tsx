'use client';

import type { ReactNode } from 'react';
import { LAYER_LOOK } from '@/components/ribbon/layer-look.ts';
import { describeTokenBand, laterCostTitle } from '@/components/run/describe-band.ts';
import { Icon } from '@/components/ui/icon.tsx';
import { Num } from '@/components/ui/num.tsx';
import { Swatch } from '@/components/ui/swatch.tsx';
import { formatMoney } from '@/lib/pricing/money.ts';
import type { Layer } from '@/lib/prompt/block.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import type { StateLook } from './describe-block.ts';

const COLUMNS = '@2xl:grid @2xl:grid-cols-[minmax(0,1fr)_60px_64px_100px_80px_148px] @2xl:gap-x-2.5';

/** The names of the columns, where there is room for columns. */
export function BlockHeadings() {
  return (
    <div aria-hidden="true" className={`hidden items-baseline px-5 pb-1 text-xs text-ink-3 ${COLUMNS}`}>
      <span>Block</span>
      <span className="text-right">Tokens</span>
      <span className="text-right">Ends at</span>
      <span>Cache, predicted</span>
      <span className="text-right">Price</span>
      <span>Mark</span>
    </div>
  );
}

type BlockRowProps = {
  title: string;
  /** Stands behind the title: a count. */
  aside?: ReactNode;
  layer: Layer;
  isOpen: boolean;
  onToggle: () => void;
  /** The id of what opens and closes. */
  controls: string;
  count: TokenCount;
  end: number | undefined;
  state: StateLook | undefined;
  /** Nanodollars; `undefined` where there is none, or none is known. */
  cost: number | undefined;
  mark: ReactNode;
};

/** The head of a block: a line of columns where there is room, two lines where there is not. */
export function BlockRow(props: BlockRowProps) {
  const { title, aside, layer, isOpen, onToggle, controls, count, end, state, cost, mark } = props;
  return (
    <div
      className={`sticky top-0 z-10 flex flex-wrap items-center gap-x-3 gap-y-1 bg-paper px-3.5 py-1 @md:px-5 ${isOpen ? 'shadow-[0_1px_0_var(--color-line)]' : ''} ${COLUMNS}`}
    >
      <h3 className="min-w-0 max-w-full flex-1 basis-full @2xl:basis-0">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={controls}
          onClick={onToggle}
          className="flex max-w-full items-center gap-2 rounded-sm py-1 text-left"
        >
          <Icon name="chevron" className={`size-3.5 text-ink-3 ${isOpen ? '' : '-rotate-90'}`} />
          <span aria-hidden="true" className={`h-5 w-[3px] shrink-0 rounded-sm ${LAYER_LOOK[layer].fill}`} />
          <span className="min-w-0 font-medium wrap-anywhere">{title}</span>
          {aside}
        </button>
      </h3>
      <span className="text-right">
        <Num value={count.tokens} method={count.method} title={() => describeTokenBand(count)} />
        <span className="text-ink-3 @2xl:sr-only"> tokens</span>
      </span>
      <span className={`text-right text-ink-2 ${end === undefined ? 'hidden @2xl:block' : ''}`}>
        <span className="text-ink-3 @2xl:sr-only">to </span>
        <Num value={end} method={count.method} />
      </span>
      <span className="flex items-center gap-1.5 whitespace-nowrap" title={state?.title}>
        {state?.swatch && <Swatch state={state.swatch} />}
        {state?.words ?? 'mixed'}
      </span>
      <span className={`text-right ${cost === undefined ? 'hidden @2xl:block' : ''}`}>
        <Num
          value={cost === undefined ? undefined : formatMoney(cost)}
          method="predicted"
          title={() => laterCostTitle('Predicted', cost, count)}
        />
      </span>
      {mark}
    </div>
  );
}
