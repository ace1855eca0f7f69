'use client';

import { ItemRow } from '@/components/compose/rows/item-row.tsx';
import { RowLine } from '@/components/compose/rows/row-line.tsx';
import { RowTokens } from '@/components/compose/rows/row-tokens.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import { Select } from '@/components/ui/select.tsx';
import type { TurnRow as Row } from '@/lib/store/analysis/turn-rows.ts';
import type { TurnActions } from './turn-actions.ts';

const ROLES = [
  { value: 'user', label: 'user' },
  { value: 'assistant', label: 'assistant' },
];

type TurnRowProps = { row: Row; count: number; actions: TurnActions };

/** A turn: who speaks, how it begins, what it costs. Alt with an arrow key moves it. */
export function TurnRow({ row, count, actions }: TurnRowProps) {
  const { turn, number, opening, tokens, method, fault } = row;
  const step = (by: -1 | 1) => actions.step(turn.id, by);
  return (
    <ItemRow
      selection={{ type: 'turn', id: turn.id }}
      name={<span className={`truncate ${opening === '' ? 'text-ink-3' : ''}`}>{opening || 'Empty'}</span>}
      label={`Turn ${number}: ${opening || 'Empty'}`}
      stripe="bg-layer-conversation"
      onStep={step}
      lead={
        <span aria-hidden="true" className="num w-3 text-right text-2xs text-ink-3">
          {number}
        </span>
      }
      control={
        <Select
          label={`Role of turn ${number}`}
          variant="quiet"
          value={turn.role}
          options={ROLES}
          onValueChange={(role) => actions.setRole(turn.id, role === 'user' ? 'user' : 'assistant')}
          className="-mx-1.5 w-[94px] shrink-0"
        />
      }
      trail={
        <>
          <RowTokens value={tokens} method={method} />
          <Menu
            label={`Actions for turn ${number}`}
            size="sm"
            items={[
              { id: 'up', label: 'Move up', shortcut: 'Alt+↑', disabled: number === 1, onSelect: () => step(-1) },
              {
                id: 'down',
                label: 'Move down',
                shortcut: 'Alt+↓',
                disabled: number === count,
                onSelect: () => step(1),
              },
              {
                id: 'delete',
                label: 'Delete',
                icon: 'trash',
                separated: true,
                onSelect: () => actions.remove(turn.id),
              },
            ]}
          />
        </>
      }
    >
      {fault && <RowLine tone="error">{fault}</RowLine>}
    </ItemRow>
  );
}
