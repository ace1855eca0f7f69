'use client';

import { RowLine } from '@/components/compose/rows/row-line.tsx';
import { RowTokens } from '@/components/compose/rows/row-tokens.tsx';
import { BLOCK_NAMES } from '@/components/editor/turn-subject.ts';
import { Menu } from '@/components/ui/menu.tsx';
import type { BlockRow, TurnRow } from '@/lib/store/analysis/turn-rows.ts';
import type { TurnActions } from './turn-actions.ts';
import { TurnBlockFields } from './turn-block-fields.tsx';

type TurnBlocksProps = { row: TurnRow; actions: TurnActions };

/** The blocks of a turn, each with how it begins, what it costs, and the facts that are no text; texts are edited in the editor. */
export function TurnBlocks({ row, actions }: TurnBlocksProps) {
  return (
    <ol aria-label={`Blocks of turn ${row.number}`} className="pb-1.5">
      {row.blocks.map((each, index) => (
        <BlockLine key={each.block.id} row={row} own={each} index={index} actions={actions} />
      ))}
    </ol>
  );
}

type BlockLineProps = { row: TurnRow; own: BlockRow; index: number; actions: TurnActions };

function BlockLine({ row, own: { block, opening, tokens, method, fault }, index, actions }: BlockLineProps) {
  const { turn, number, blocks } = row;
  const name = `block ${index + 1} of turn ${number}`;
  return (
    <li className="pr-1.5 pl-9 hover:bg-sunken">
      <div className="flex h-7 min-w-0 items-center gap-2">
        <span className="shrink-0 text-xs text-ink-3">{BLOCK_NAMES[block.type]}</span>
        <span className="min-w-0 flex-1 truncate text-sm text-ink-2">{opening || 'Empty'}</span>
        <RowTokens value={tokens} method={method} />
        <Menu
          label={`Actions for ${name}`}
          size="sm"
          items={[
            {
              id: 'up',
              label: 'Move up',
              disabled: index === 0,
              onSelect: () => actions.stepBlock(turn.id, block.id, -1),
            },
            {
              id: 'down',
              label: 'Move down',
              disabled: index === blocks.length - 1,
              onSelect: () => actions.stepBlock(turn.id, block.id, 1),
            },
            {
              id: 'delete',
              label: 'Delete',
              icon: 'trash',
              separated: true,
              onSelect: () => actions.removeBlock(turn.id, block.id),
            },
          ]}
        />
      </div>
      <TurnBlockFields turn={turn.id} block={block} name={name} />
      {fault && <RowLine tone="error">{fault}</RowLine>}
    </li>
  );
}
