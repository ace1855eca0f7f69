'use client';

import { useMemo } from 'react';
import { stepFocus } from '@/components/compose/rows/row-focus.ts';
import { useRowActions } from '@/components/compose/rows/use-row-actions.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Fold } from '@/components/ui/fold.tsx';
import { useAnalysis, useDocument } from '@/components/workbench/workbench-context.tsx';
import { turnRows } from '@/lib/store/analysis/turn-rows.ts';
import { describeNext, describeTurns } from './describe-turns.ts';
import { turnActions } from './turn-actions.ts';
import { TurnRow } from './turn-row.tsx';

/** The turns so far; the next message follows them. */
export function ConversationFold() {
  const [actions, spoken] = useRowActions(turnActions);
  const document = useDocument((each) => each);
  const analysis = useAnalysis((each) => each);
  const rows = useMemo(() => turnRows(document, analysis), [document, analysis]);
  return (
    <Fold title="Conversation" aside={describeTurns(rows)} open className="px-0!">
      <div data-rows="">
        <ul aria-label="Turns">
          {rows.map((row) => (
            <TurnRow key={row.turn.id} row={row} count={rows.length} actions={actions} />
          ))}
        </ul>
        <div className="flex items-center gap-3 px-3 pt-1">
          <Button size="sm" icon="plus" data-row="add-turn" onKeyDown={stepFocus} onClick={actions.add}>
            Add turn
          </Button>
          <p className="text-xs text-ink-3">{describeNext(rows)}</p>
        </div>
      </div>
      {spoken}
    </Fold>
  );
}
