'use client';

import { type ReactNode, type Ref, useState } from 'react';
import { RowTokens } from '@/components/compose/rows/row-tokens.tsx';
import { LintBadge } from '@/components/lint/lint-badge.tsx';
import type { NumMethod } from '@/components/ui/num.tsx';
import { RenameField } from '@/components/ui/rename-field.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import { useAnalysis } from '@/components/workbench/workbench-context.tsx';
import { sourceKey } from '@/lib/prompt/block.ts';
import type { SectionItem } from './section-list.ts';
import { SectionMenu } from './section-menu.tsx';
import { SectionSessionLine } from './section-session-line.tsx';
import { SectionTitle } from './section-title.tsx';
import { useSectionActions } from './use-section-actions.ts';
import { sectionRowKey } from './visible-rows.ts';

/** What is the same for all rows. */
export type SharedByRows = {
  /** How tokens are counted. */
  method: NumMethod | undefined;
  /** The session holds what it has sent. */
  isSession: boolean;
};

export type SectionRowProps = SectionItem & SharedByRows & { isSelected: boolean };

/** Where a row that is carried would land beside this one. */
export type DropEdge = 'before' | 'after' | undefined;

type DrawnRowProps = SectionRowProps & {
  rowRef?: Ref<HTMLLIElement> | undefined;
  handle: ReactNode;
  isCarried?: boolean;
  edge?: DropEdge;
};

/** A layer's colour bar. */
export const BARS = { static: 'bg-layer-static', session: 'bg-layer-session', volatile: 'bg-layer-volatile' } as const;

/** The line that shows where a row would land; for the class of a positioned row. */
export const DROP_LINES = {
  before: 'after:absolute after:inset-x-0 after:-top-px after:h-0.5 after:bg-ink',
  after: 'after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-ink',
} as const;

/** A section: its handle, layer, title, tokens and switch; under them what keeps it out, or what is wrong with it. */
export function SectionRow({ rowRef, handle, isCarried = false, edge, isSelected, ...item }: DrawnRowProps) {
  const actions = useSectionActions();
  const [isRenaming, setRenaming] = useState(false);
  const { id, title, layer, isEnabled, gate, failure } = item;
  const isDim = !isEnabled || gate !== undefined || item.standing === 'left out';
  const rename = () => setRenaming(true);
  const finishRename = (next: string | undefined) => {
    setRenaming(false);
    actions.rename(id, next ?? title);
  };
  return (
    <li
      ref={rowRef}
      data-row={sectionRowKey(id)}
      className={`group relative isolate ${isSelected ? 'bg-sunken shadow-[inset_2px_0_0_var(--color-ink)]' : 'hover:bg-sunken'} ${isCarried ? 'opacity-40' : ''} ${edge ? DROP_LINES[edge] : ''}`}
    >
      <div
        className={`grid grid-cols-[14px_3px_minmax(0,1fr)_auto_auto] items-center gap-x-[9px] pr-2.5 pl-3 ${gate === undefined ? 'h-9' : 'h-[30px]'}`}
      >
        {handle}
        <span className={`h-5 w-[3px] rounded-full ${isDim || failure ? 'bg-line-strong' : BARS[layer]}`} />
        <div className="@container flex h-full min-w-0 items-center">
          {isRenaming ? (
            <RenameField
              label={`New title of ${title}`}
              title={title}
              onDone={finishRename}
              className="-ml-1 h-6 min-w-0 flex-1 rounded border border-control bg-panel px-1"
            />
          ) : (
            <SectionTitle {...item} isSelected={isSelected} isDim={isDim} onRename={rename} />
          )}
          {gate === undefined && <LintBadge source={sourceKey({ type: 'section', id })} />}
          <SectionMenu {...item} isSelected={isSelected} onRename={rename} />
        </div>
        <Figure {...item} />
        <Switch
          label={title}
          checked={isEnabled}
          isIdle={isDim}
          onCheckedChange={(checked) => actions.setEnabled(id, checked)}
        />
      </div>
      {(failure ?? gate) && (
        <p
          className={`pr-2.5 pl-[47px] text-xs wrap-anywhere ${failure ? '-mt-1.5 pb-2 text-layer-volatile-ink' : '-mt-1 pb-1.5 text-ink-3'}`}
        >
          {failure ?? gate}
        </p>
      )}
      {item.isSession && <SectionSessionLine id={id} reason={item.reason} />}
    </li>
  );
}

/** Its tokens while it is sent, else why not; what is not sent does not listen for figures. */
function Figure({ id, standing, gate, failure, method }: SectionItem & SharedByRows) {
  if (standing === 'sent') return <SentTokens id={id} method={method} />;
  return standing === undefined && (gate ?? failure) ? <span /> : <RowTokens value={standing} />;
}

function SentTokens({ id, method }: { id: string } & Pick<SharedByRows, 'method'>) {
  const key = sourceKey({ type: 'section', id });
  const tokens = useAnalysis(({ tokensBySource }) => tokensBySource.get(key));
  return <RowTokens value={tokens} method={method} />;
}
