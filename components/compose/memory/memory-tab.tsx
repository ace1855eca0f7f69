'use client';

import { useMemo, useState } from 'react';
import { GroupHeading } from '@/components/compose/rows/group-heading.tsx';
import { focusRow, stepFocus } from '@/components/compose/rows/row-focus.ts';
import { useRowActions } from '@/components/compose/rows/use-row-actions.tsx';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { Num } from '@/components/ui/num.tsx';
import { useAnalysis, useDocument } from '@/components/workbench/workbench-context.tsx';
import { folderTree } from '@/lib/store/analysis/folder-tree.ts';
import { memoryOutlook } from '@/lib/store/analysis/memory-outlook.ts';
import { AddFileForm } from './add-file-form.tsx';
import { describeLoaded, memoryTokens } from './describe-memory.ts';
import { FolderList } from './folder-list.tsx';
import { memoryActions } from './memory-actions.ts';
import { MemoryFileRow } from './memory-file-row.tsx';
import { MemoryNotice } from './memory-notice.tsx';
import { MemoryPlaces } from './memory-places.tsx';
import { MemorySources } from './memory-sources.tsx';
import { StrayIncludes } from './stray-includes.tsx';

const ADD = 'add-file';

/** The virtual file tree: which memory files there are, which are loaded and why, and where they are looked for. */
export function MemoryTab() {
  const [actions, spoken] = useRowActions(memoryActions);
  const [isAdding, setAdding] = useState(false);
  const document = useDocument((each) => each);
  const tokensBySource = useAnalysis((analysis) => analysis.tokensBySource);
  const method = useAnalysis(({ total }) => total.method);
  const { memoryFiles, memorySources, environment, flags, imported } = document;
  const conversation = imported && document.conversation;
  const outlook = useMemo(
    () => memoryOutlook({ memoryFiles, memorySources, environment, flags, imported, conversation }),
    [memoryFiles, memorySources, environment, flags, imported, conversation],
  );
  const folders = useMemo(() => folderTree(outlook.entries), [outlook]);
  const addForm = isAdding && (
    <AddFileForm
      actions={actions}
      onClose={() => {
        setAdding(false);
        focusRow(ADD);
      }}
    />
  );
  const addButton = (
    <Button size="sm" icon="plus" data-row={ADD} onKeyDown={stepFocus} onClick={() => setAdding(true)}>
      Add file
    </Button>
  );
  return (
    <>
      <MemoryNotice />
      {memoryFiles.length > 0 ? (
        <div data-rows="">
          <GroupHeading title={describeLoaded(outlook)}>
            <Num
              value={memoryTokens(outlook, tokensBySource)}
              method={method ?? 'rough'}
              className="text-xs text-ink-3"
            />
            {addButton}
          </GroupHeading>
          {addForm}
          <FolderList
            label="Memory files"
            folders={folders}
            renderFile={(entry, depth) => (
              <MemoryFileRow key={entry.path} entry={entry} depth={depth} actions={actions} />
            )}
          />
        </div>
      ) : (
        <>
          <EmptyState title="No memory files" action={!isAdding && addButton}>
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
