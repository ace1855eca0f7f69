'use client';

import { useMemo, useState } from 'react';
import { GroupHeading } from '@/components/compose/rows/group-heading.tsx';
import { focusRow, stepFocus } from '@/components/compose/rows/row-focus.ts';
import { useRowActions } from '@/components/compose/rows/use-row-actions.tsx';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Num } from '@/components/ui/num.tsx';
import { useAnalysis, useDocument } from '@/components/workbench/workbench-context.tsx';
import { toolGroups, totalTokens } from '@/lib/store/analysis/tool-groups.ts';
import { AddServerForm, AddToolForm } from './add-forms.tsx';
import { describeSent } from './describe-tools.ts';
import { toolActions } from './tool-actions.ts';
import { ToolGroup } from './tool-group.tsx';

/** The tools in the order in which they are sent, built-in ones first, then each MCP server with its own. */
export function ToolsTab() {
  const [actions, spoken] = useRowActions(toolActions);
  const [adding, setAdding] = useState<'tool' | 'server'>();
  const document = useDocument((each) => each);
  const analysis = useAnalysis((each) => each);
  const groups = useMemo(() => toolGroups(document, analysis), [document, analysis]);
  const isEmpty = document.tools.length === 0 && document.mcpServers.length === 0;
  const close = () => {
    setAdding(undefined);
    focusRow(`add-${adding}`);
  };
  return (
    <>
      <div data-rows="" className="pb-2">
        <GroupHeading title={describeSent(groups)}>
          <Num value={totalTokens(groups)} method={analysis?.total.method ?? 'rough'} className="text-xs text-ink-3" />
          <Button size="sm" icon="plus" data-row="add-tool" onKeyDown={stepFocus} onClick={() => setAdding('tool')}>
            Add tool
          </Button>
        </GroupHeading>
        {adding === 'tool' && <AddToolForm server={undefined} actions={actions} onClose={close} />}
        <p className="px-3 pb-1 text-xs text-ink-2">
          Tools stand first in the prefix: any change to them re-writes everything behind.
        </p>
        {analysis?.built.globalScopeSkipped && <ScopeNotice />}
        {isEmpty ? (
          <EmptyState title="No tools">
            What a tool does and takes is told to the model ahead of everything else. Add one to see what that costs.
          </EmptyState>
        ) : (
          groups.map((group) => <ToolGroup key={group.id ?? ''} group={group} actions={actions} />)
        )}
        <div className="px-3 pt-3">
          {adding === 'server' ? (
            <AddServerForm actions={actions} onClose={close} />
          ) : (
            <Button
              size="sm"
              icon="plus"
              data-row="add-server"
              onKeyDown={stepFocus}
              onClick={() => setAdding('server')}
            >
              Add MCP server
            </Button>
          )}
        </div>
      </div>
      {spoken}
    </>
  );
}

function ScopeNotice() {
  return (
    <Notice className="mx-3 my-1 text-sm" title="No global scope.">
      MCP tools differ from user to user and stand in front of the static prompt, so no block of its own is made of it.
      Switch them off, or let them load on demand (tool search).
    </Notice>
  );
}
