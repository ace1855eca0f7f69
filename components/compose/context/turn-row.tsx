'use client';

import { memo } from 'react';
import { ItemRow } from '@/components/compose/rows/item-row.tsx';
import { RowLine } from '@/components/compose/rows/row-line.tsx';
import { RowTokens } from '@/components/compose/rows/row-tokens.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import { Select } from '@/components/ui/select.tsx';
import type { AddedBlock } from '@/lib/document/edit-turn-blocks.ts';
import type { Turn } from '@/lib/prompt/prompt-input.ts';
import { isSameRow, type TurnRow as Row } from '@/lib/store/analysis/turn-rows.ts';
import type { TurnActions } from './turn-actions.ts';
import { TurnBlocks } from './turn-blocks.tsx';

const ROLES = [
  { value: 'user', label: 'user' },
  { value: 'assistant', label: 'assistant' },
  { value: 'system', label: 'system' },
];

const isRole = (value: string): value is Turn['role'] => ROLES.some((role) => role.value === value);

/** What each side may say. */
const ADDED: Readonly<Record<Turn['role'], readonly (readonly [AddedBlock, string])[]>> = {
  user: [
    ['text', 'Add text'],
    ['tool-result', 'Add tool result'],
    ['image', 'Add image'],
  ],
  assistant: [
    ['text', 'Add text'],
    ['tool-use', 'Add tool use'],
    ['thinking', 'Add thinking'],
  ],
  system: [['text', 'Add text']],
};

type TurnRowProps = { row: Row; count: number; actions: TurnActions };

/** A turn: who speaks, how it begins, what it costs. Alt with an arrow key moves it. */
export const TurnRow = memo(
  DrawnTurn,
  (last, next) => last.count === next.count && last.actions === next.actions && isSameRow(last.row, next.row),
);

function DrawnTurn({ row, count, actions }: TurnRowProps) {
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
          onValueChange={(role) => isRole(role) && actions.setRole(turn.id, role)}
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
              ...ADDED[turn.role].map(([type, label], index) => ({
                id: type,
                label,
                icon: 'plus' as const,
                separated: index === 0,
                onSelect: () => actions.addBlock(turn.id, type),
              })),
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
      {row.blocks.length > 0 && <TurnBlocks row={row} actions={actions} />}
      {fault && row.blocks.length === 0 && <RowLine tone="error">{fault}</RowLine>}
    </ItemRow>
  );
}
