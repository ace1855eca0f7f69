'use client';

import { Badge } from '@/components/ui/badge.tsx';
import { Icon } from '@/components/ui/icon.tsx';
import { Tooltip } from '@/components/ui/tooltip.tsx';
import type { SectionItem } from './section-list.ts';
import { useSectionActions } from './use-section-actions.ts';

type SectionTitleProps = SectionItem & { isSelected: boolean; isDim: boolean; onRename: () => void };

/** A section's name, which opens it; with marks for what is special about it. */
export function SectionTitle(props: SectionTitleProps) {
  const { id, title, reason, reminder, failure, changes, isSelected, isDim, onRename } = props;
  const { select } = useSectionActions();
  const button = (
    <button
      type="button"
      data-column="title"
      aria-current={isSelected ? 'true' : undefined}
      onClick={() => select(id)}
      onKeyDown={(event) => event.key === 'F2' && onRename()}
      className={`focus-inset flex h-full min-w-0 flex-1 items-center gap-1.5 text-left ${isDim ? 'text-ink-3' : ''}`}
    >
      {failure && <Icon name="warning" className="size-3.5 text-layer-volatile-ink" />}
      <span className="truncate">{title}</span>
      {changes && (
        <span title={changes} className="size-1.5 shrink-0 rounded-full bg-ink-2">
          <span className="sr-only">{changes}</span>
        </span>
      )}
      {reminder && (
        <span className="sr-only flex @min-[140px]:not-sr-only" title="A reminder of its own in the first user message">
          <Badge>reminder</Badge>
        </span>
      )}
      {reason && (
        <span className="sr-only flex @min-[140px]:not-sr-only">
          <Badge tone="volatile">every turn</Badge>
        </span>
      )}
    </button>
  );
  return reason ? <Tooltip label={`Every turn: ${reason}`}>{button}</Tooltip> : button;
}
