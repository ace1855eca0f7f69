'use client';

import { useMemo, useRef, useState } from 'react';
import { GroupHeading } from '@/components/compose/rows/group-heading.tsx';
import { focusRow, stepFocus } from '@/components/compose/rows/row-focus.ts';
import { useLateList } from '@/components/compose/rows/use-late-list.ts';
import { useRowActions } from '@/components/compose/rows/use-row-actions.tsx';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { lateModule } from '@/components/ui/late-module.ts';
import { Num } from '@/components/ui/num.tsx';
import { useAnalysis, useDocument } from '@/components/workbench/workbench-context.tsx';
import { folderTree } from '@/lib/store/analysis/folder-tree.ts';
import { memoryOutlook } from '@/lib/store/analysis/memory-outlook.ts';
import { AddFileForm } from './add-file-form.tsx';
import { describeLoaded, memoryTokens } from './describe-memory.ts';
import { ADD_ROW, memoryActions } from './memory-actions.ts';
import { MemoryNotice } from './memory-notice.tsx';
import { MemoryPlaces } from './memory-places.tsx';
import { MemorySources } from './memory-sources.tsx';
import { StillTree } from './still-tree.tsx';
import { StrayIncludes } from './stray-includes.tsx';
import { useStableEntries } from './use-stable-entries.ts';

/** Until the code that carries files has come, they move by their paths. */
const lateTree = lateModule(() => import('./carry-tree.tsx'));

/** The virtual file tree: which memory files there are, which are loaded and why, and where they are looked for. */
export function MemoryTab() {
  const [actions, spoken] = useRowActions(memoryActions);
  /** What the path of a new file begins with, while one is being added. */
  const [start, setStart] = useState<string>();
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const Tree = useLateList(lateTree, list)?.CarryTree ?? StillTree;
  const document = useDocument((each) => each);
  const tokensBySource = useAnalysis((analysis) => analysis.tokensBySource);
  const method = useAnalysis(({ total }) => total.method);
  const { memoryFiles, memorySources, environment, flags, imported } = document;
  const conversation = imported && document.conversation;
  const outlook = useMemo(
    () => memoryOutlook({ memoryFiles, memorySources, environment, flags, imported, conversation }),
    [memoryFiles, memorySources, environment, flags, imported, conversation],
  );
  const entries = useStableEntries(outlook.entries);
  const folders = useMemo(() => folderTree(entries), [entries]);
  const toggle = (path: string) =>
    setClosed((now) => new Set(now.has(path) ? [...now].filter((each) => each !== path) : [...now, path]));
  const addForm = start !== undefined && (
    <AddFileForm
      key={start}
      actions={actions}
      start={start}
      onClose={() => {
        setStart(undefined);
        focusRow(ADD_ROW);
      }}
    />
  );
  const addButton = (
    <Button size="sm" icon="plus" data-row={ADD_ROW} onKeyDown={stepFocus} onClick={() => setStart('')}>
      Add file
    </Button>
  );
  return (
    <>
      <MemoryNotice />
      {memoryFiles.length > 0 ? (
        <div ref={list} data-rows="">
          <GroupHeading title={describeLoaded(outlook)}>
            <Num
              value={memoryTokens(outlook, tokensBySource)}
              method={method ?? 'rough'}
              className="text-xs text-ink-3"
            />
            {addButton}
          </GroupHeading>
          {addForm}
          <Tree
            folders={folders}
            closed={closed}
            onToggle={toggle}
            actions={actions}
            onAddIn={(path) => setStart(path === '/' ? '/' : `${path}/`)}
          />
        </div>
      ) : (
        <>
          <EmptyState title="No memory files" action={start === undefined && addButton}>
            CLAUDE.md files and their like are read when a session begins and sent ahead of the conversation. Add one to
            see whether it would be loaded, and what it costs.
          </EmptyState>
          {addForm}
        </>
      )}
      <StrayIncludes strays={outlook.strays} actions={actions} />
      <div className="mt-2 border-t border-line">
        <MemorySources />
        <MemoryPlaces />
      </div>
      {spoken}
    </>
  );
}
