'use client';

import { useMemo, useState } from 'react';
import { stepFocus } from '@/components/compose/rows/row-focus.ts';
import { useRowActions } from '@/components/compose/rows/use-row-actions.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Fold } from '@/components/ui/fold.tsx';
import { formatCount } from '@/components/ui/format-count.ts';
import { useAnalysis, useDocument } from '@/components/workbench/workbench-context.tsx';
import { turnRows } from '@/lib/store/analysis/turn-rows.ts';
import { describeNext, describeTurns } from './describe-turns.ts';
import { turnActions } from './turn-actions.ts';
import { TurnRow } from './turn-row.tsx';

/** So many turns, the last ones, are listed at first: each is a row of controls. */
const SHOWN = 100;

/** The turns so far; the next message follows them. */
export function ConversationFold() {
  const [actions, spoken] = useRowActions(turnActions);
  const conversation = useDocument((document) => document.conversation);
  const analysis = useAnalysis((each) => each);
  const rows = useMemo(() => turnRows({ conversation }, analysis), [conversation, analysis]);
  const [isWhole, setWhole] = useState(false);
  const hidden = isWhole ? 0 : Math.max(0, rows.length - SHOWN);
  return (
    <Fold title="Conversation" aside={describeTurns(rows)} open className="px-0!">
      <div data-rows="">
        {hidden > 0 && (
          <Button size="sm" variant="quiet" className="mx-3 mb-1" onClick={() => setWhole(true)}>
            Show {formatCount(hidden)} earlier {hidden === 1 ? 'turn' : 'turns'}
          </Button>
        )}
        <ul aria-label="Turns">
          {rows.slice(hidden).map((row) => (
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
