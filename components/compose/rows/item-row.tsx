'use client';

import type { ReactNode, Ref } from 'react';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { type Selection, selectionId } from '@/lib/store/selection.ts';
import { moveKey, stepFocus } from './row-focus.ts';

type ItemRowProps = {
  /** What a click opens in the editor. */
  selection: Selection;
  /** Its visible name; `label` replaces it for assistive technology. */
  name: ReactNode;
  label?: string | undefined;
  /** The colour of its layer, as a class. */
  stripe: string;
  /** Its place, in front of the stripe. */
  lead?: ReactNode;
  /** A control between the stripe and the name. */
  control?: ReactNode;
  /** Figures and controls behind the name. */
  trail: ReactNode;
  /** What it means that it stands as it does, shown on hover and focus. */
  note?: string | undefined;
  isDimmed?: boolean;
  isDense?: boolean;
  /** How deep it lies in a tree. */
  depth?: number;
  /** Alt with an arrow key, anywhere in the row. */
  onStep?: ((by: -1 | 1) => void) | undefined;
  /** F2, anywhere in the row. */
  onRename?: (() => void) | undefined;
  /** The row without its lines, and whether it is being carried, in a list whose rows can be. */
  rowRef?: Ref<HTMLDivElement> | undefined;
  isCarried?: boolean | undefined;
  /** Lines under the row. */
  children?: ReactNode;
};

/** A row of a list in the compose room: a button that opens it, and what belongs to it. Arrow keys go from row to row. */
export function ItemRow(props: ItemRowProps) {
  const { selection, name, label, stripe, lead, control, trail, note, onStep, onRename, children } = props;
  const { isDimmed = false, isDense = false, depth = 0, rowRef, isCarried = false } = props;
  const key = selectionId(selection);
  const isOpen = useWorkbench((state) => selectionId(state.selection) === key);
  const select = useWorkbench((state) => state.select);
  const button = (
    <button
      type="button"
      data-row={key}
      aria-label={label}
      aria-current={isOpen ? 'true' : undefined}
      aria-keyshortcuts={onStep && 'Alt+ArrowUp Alt+ArrowDown'}
      onClick={() => select(selection)}
      onKeyDown={stepFocus}
      className={`focus-inset flex h-full min-w-0 flex-1 items-center gap-1.5 rounded-sm text-left ${isDimmed ? 'text-ink-3' : ''}`}
    >
      {name}
    </button>
  );
  return (
    <li>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens for what passes through from its controls */}
      <div
        ref={rowRef}
        onKeyDown={(event) => {
          const by = moveKey(event);
          if (event.key === 'F2') onRename?.();
          if (by === undefined || !onStep) return;
          event.preventDefault();
          onStep(by);
        }}
        style={{ paddingLeft: 12 + depth * 10 }}
        className={`flex items-center pr-1.5 transition-colors ${isDense ? 'h-[30px] gap-1.5' : 'h-9 gap-2'} ${isCarried ? 'opacity-40' : ''} ${isOpen ? 'bg-sunken shadow-[inset_2px_0_0_var(--color-ink)]' : 'hover:bg-sunken'}`}
      >
        {lead}
        <span
          aria-hidden="true"
          className={`h-5 w-[3px] shrink-0 rounded-[2px] ${stripe} ${isDimmed ? 'opacity-35' : ''}`}
        />
        {control}
        {note === undefined ? button : <Tooltip label={note}>{button}</Tooltip>}
        {trail}
      </div>
      {children}
    </li>
  );
}
