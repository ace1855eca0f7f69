'use client';

import { useState } from 'react';
import { GroupHeading } from '@/components/compose/rows/group-heading.tsx';
import { RowTokens } from '@/components/compose/rows/row-tokens.tsx';
import { Menu } from '@/components/ui/menu.tsx';
import { Switch } from '@/components/ui/switch.tsx';
import type { ToolGroup as Group } from '@/lib/store/analysis/tool-groups.ts';
import { AddToolForm } from './add-forms.tsx';
import { groupMenuItems } from './group-menu-items.ts';
import { ServerRow } from './server-row.tsx';
import type { ToolActions } from './tool-actions.ts';
import { ToolRow } from './tool-row.tsx';

/** The built-in tools, or those of one server under its switch. */
export function ToolGroup({ group, actions }: { group: Group; actions: ToolActions }) {
  const { title, server, rows, tokens } = group;
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-label={server ? `MCP server ${title}` : title}>
      <GroupHeading title={server ? `MCP server: ${title}` : title}>
        <RowTokens value={tokens} />
        {server && (
          <Switch
            label={server.name}
            checked={server.connected}
            onCheckedChange={(connected) => actions.connect(server.id, server.name, connected)}
          />
        )}
        <Menu
          label={`Actions for ${title} tools`}
          size="sm"
          items={groupMenuItems(group, actions, () => setAdding(true))}
        />
      </GroupHeading>
      {isAdding && <AddToolForm server={group.id} actions={actions} onClose={() => setAdding(false)} />}
      <ul aria-label={`${title} tools`}>
        {server && <ServerRow server={server} />}
        {rows.map((row, index) => (
          <ToolRow key={row.tool.id} row={row} index={index} count={rows.length} actions={actions} />
        ))}
      </ul>
    </section>
  );
}
