'use client';

import { useMemo, useState } from 'react';
import { GroupHeading } from '@/components/compose/rows/group-heading.tsx';
import { focusRow, stepFocus } from '@/components/compose/rows/row-focus.ts';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Num } from '@/components/ui/num.tsx';
import { useAnalysis, useDocument, useServices } from '@/components/workbench/workbench-context.tsx';
import { toolGroups, totalTokens } from '@/lib/store/analysis/tool-groups.ts';
import { AddServerForm, AddToolForm } from './add-forms.tsx';
import { describeSent } from './describe-tools.ts';
import { toolActions } from './tool-actions.ts';
import { ToolGroup } from './tool-group.tsx';

/** The tools in the order in which they are sent, built-in ones first, then each MCP server with its own. */
export function ToolsTab() {
  const { store } = useServices();
  const [words, say] = useState('');
  const [adding, setAdding] = useState<'tool' | 'server'>();
  const actions = useMemo(() => toolActions(store, say), [store]);
  const document = useDocument((each) => each);
  const analysis = useAnalysis((each) => each);
  const groups = useMemo(() => toolGroups(document, analysis), [document, analysis]);
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
        {groups.map((group) => (
          <ToolGroup key={group.id ?? ''} group={group} actions={actions} />
        ))}
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
      <p role="status" className="sr-only">
        {words}
      </p>
    </>
  );
}

function ScopeNotice() {
  return (
    <Notice className="mx-3 my-1 text-sm" title="No global scope.">
      MCP tools differ from user to user and stand in front of the static prompt, so it cannot be cached for everyone.
      Switch them off, or let them load on demand (tool search).
    </Notice>
  );
}
