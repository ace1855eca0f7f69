'use client';

import { ItemRow } from '@/components/compose/rows/item-row.tsx';
import { RowTokens } from '@/components/compose/rows/row-tokens.tsx';
import { useDocument } from '@/components/workbench/workbench-context.tsx';
import type { McpServer } from '@/lib/prompt/tool.ts';
import { serverVoice } from '@/lib/store/analysis/tool-groups.ts';

/** What a server tells the model of itself, and where that stands in the request. */
export function ServerRow({ server }: { server: McpServer }) {
  const document = useDocument((each) => each);
  return (
    <ItemRow
      selection={{ type: 'server', id: server.id }}
      name={<span className="truncate">Instructions</span>}
      label={`Instructions of ${server.name}`}
      stripe="bg-layer-volatile"
      isDimmed={!server.connected}
      trail={<RowTokens value={serverVoice(server, document)} className="mr-1.5" />}
    />
  );
}
