'use client';

import { useState } from 'react';
import { ItemRow } from '@/components/compose/rows/item-row.tsx';
import { PendingLine } from '@/components/compose/rows/pending-line.tsx';
import { RowLine } from '@/components/compose/rows/row-line.tsx';
import { RowTokens } from '@/components/compose/rows/row-tokens.tsx';
import { Badge } from '@/components/ui/badge.tsx';
import { Icon } from '@/components/ui/icon.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import type { ToolRow as Row } from '@/lib/store/analysis/tool-groups.ts';
import { MARK_WORDS, toolFigure } from './describe-tools.ts';
import { RenameToolForm } from './rename-tool-form.tsx';
import type { ToolActions } from './tool-actions.ts';
import { toolMenuItems } from './tool-menu-items.ts';

type ToolRowProps = { row: Row; index: number; count: number; actions: ToolActions };

/** A tool: what it costs, whether it is on, and what the flags make of it. Alt with an arrow key moves it. */
export function ToolRow({ row, index, count, actions }: ToolRowProps) {
  const { tool, isOffered, marks, fault } = row;
  const [isRenaming, setRenaming] = useState(false);
  const place = { isFirst: index === 0, isLast: index === count - 1 };
  return (
    <ItemRow
      selection={{ type: 'tool', id: tool.id }}
      name={
        <>
          <span className="truncate">{tool.name}</span>
          {fault && <Icon name="warning" className="size-3.5 text-layer-volatile-ink" />}
          {marks.map((mark) => (
            <span key={mark} className="flex" title={MARK_WORDS[mark]}>
              <Badge>{mark}</Badge>
            </span>
          ))}
        </>
      }
      stripe="bg-layer-tools"
      isDimmed={!isOffered || fault !== undefined}
      onRename={() => setRenaming(true)}
      onStep={(by) => actions.step(tool, by)}
      trail={
        <>
          <RowTokens value={toolFigure(row)} method={row.method} />
          <Switch
            label={tool.name}
            checked={tool.enabled}
            onCheckedChange={(enabled) =>
              actions.change(`Switch ${tool.name} ${enabled ? 'on' : 'off'}`, tool.id, { enabled })
            }
          />
          <Menu
            label={`Actions for ${tool.name}`}
            size="sm"
            items={toolMenuItems(tool, place, actions, () => setRenaming(true))}
          />
        </>
      }
    >
      {isRenaming && <RenameToolForm tool={tool} actions={actions} onClose={() => setRenaming(false)} />}
      {fault && <RowLine tone="error">{fault}</RowLine>}
      <PendingLine sourceKey={`tool:${tool.id}`} />
    </ItemRow>
  );
}
