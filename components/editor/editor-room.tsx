'use client';

import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { EditorView, Selection } from '@/lib/store/selection.ts';
import { EditView } from './edit-view.tsx';
import { EditorHead } from './editor-head.tsx';
import { AssembledView, DiffView, JsonView } from './lazy-views.tsx';
import { MetaLine } from './meta-line.tsx';
import type { SubjectOutline } from './subject.ts';
import { SubjectNotices } from './subject-notices.tsx';
import { useSubject } from './use-subject.ts';

const WORDS = { assembled: 'Assembled request', json: 'Request JSON', diff: 'Differences from the preset' } as const;

/** What is selected: to edit, as it stands in the request, and against its preset. */
export function EditorRoom() {
  const selection = useWorkbench((state) => state.selection);
  const view = useWorkbench((state) => state.view);
  const subject = useSubject(selection);
  const isWhole = view === 'assembled' || view === 'json';
  const place = isWhole ? view : `${view} ${JSON.stringify(selection)}`;
  return (
    <div className="@container flex min-h-0 flex-1 flex-col">
      <EditorHead title={subject?.title} selection={selection} view={view} />
      {subject && (
        <div className={isWhole ? '@max-md:hidden' : ''}>
          <MetaLine selection={selection} />
        </div>
      )}
      {subject && <SubjectNotices selection={selection} />}
      <div className="relative min-h-40 flex-1">
        <div
          key={place}
          data-scroller
          {...(view !== 'edit' && { role: 'group', 'aria-label': WORDS[view], tabIndex: 0 })}
          className="focus-inset contained"
        >
          <View view={view} selection={selection} subject={subject} />
        </div>
      </div>
    </div>
  );
}

type ViewProps = { view: EditorView; selection: Selection; subject: SubjectOutline | undefined };

function View({ view, selection, subject }: ViewProps) {
  if (view === 'assembled') return <AssembledView />;
  if (view === 'json') return <JsonView />;
  if (!subject) return <NothingSelected />;
  return view === 'diff' ? <DiffView title={subject.title} /> : <EditView selection={selection} subject={subject} />;
}

function NothingSelected() {
  const first = useDocument(({ sections }) => sections[0]?.id);
  const select = useWorkbench((state) => state.select);
  const setTab = useWorkbench((state) => state.setTab);
  const action =
    first === undefined ? (
      <Button onClick={() => setTab('sections')}>Show the sections</Button>
    ) : (
      <Button onClick={() => select({ type: 'section', id: first }, 'edit')}>Open the first section</Button>
    );
  return (
    <EmptyState title="Nothing is open" action={action}>
      Here you edit what the request is made of: sections, memory files, tools, turns. Choose one on the left, or click
      a part of the ribbon. What was open is no longer in the document; undo brings it back.
    </EmptyState>
  );
}
