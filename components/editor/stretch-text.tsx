'use client';

import { LAYER_LOOK } from '@/components/ribbon/layer-look.ts';
import { Num } from '@/components/ui/num.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { selectionKey } from '@/lib/store/analysis/selection-source.ts';
import { CODE_WRAP, MARK_CLASS } from './code-frame.ts';
import { type Stretch, stretchId } from './stretches.ts';

/** The words of one source, under a name that leads to it. `isMarked`: the name says something that the block's does not. */
export function StretchText({ stretch, isMarked }: { stretch: Stretch; isMarked: boolean }) {
  const { title, layer, tokens, pieces, selection, author } = stretch;
  const select = useWorkbench((state) => state.select);
  const open = useWorkbench((state) => state.selection);
  const isOpen = useDocument((document) => selectionKey(open, document)) === stretch.sourceKey;
  const name = isMarked ? title : 'Edit';
  return (
    <div
      id={stretchId(stretch.sourceKey)}
      className={`mx-3.5 mb-2 flex scroll-mt-16 @2xl:scroll-mt-11 gap-3 rounded-r-sm @md:mx-5 ${isOpen ? 'bg-sunken shadow-[inset_0_0_0_1px_var(--color-line)]' : ''}`}
    >
      <span aria-hidden="true" className={`w-[3px] shrink-0 rounded-sm opacity-60 ${LAYER_LOOK[layer].fill}`} />
      <div className="min-w-0 flex-1 py-1">
        <div className="flex flex-wrap items-baseline gap-x-2 text-xs">
          {selection ? (
            <button
              type="button"
              onClick={() => select(selection, 'edit')}
              aria-label={`Edit ${title}`}
              className="rounded-sm text-left text-accent wrap-anywhere hover:underline"
            >
              {name}
            </button>
          ) : (
            <span className="text-ink-3">
              {title}, {author}
            </span>
          )}
          {isMarked && <Num value={tokens} method="estimate" className="text-ink-3" />}
        </div>
        <p className={`font-mono leading-[1.65] ${CODE_WRAP}`}>
          {pieces.map(({ id, text, isFilled }) => (
            <span key={id} className={isFilled ? MARK_CLASS.tag : undefined}>
              {text}
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}
