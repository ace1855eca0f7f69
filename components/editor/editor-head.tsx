'use client';

import { memo } from 'react';
import { Badge } from '@/components/ui/badge.tsx';
import { useAnalysis, useDocument, useEdit, useSame } from '@/components/workbench/workbench-context.tsx';
import { changeSection } from '@/lib/document/edit-sections.ts';
import type { EditorView, Selection } from '@/lib/store/selection.ts';
import { describeBadges } from './describe-badges.ts';
import { lateLeftOut, lateMemory } from './late-memory.ts';
import { SubjectMenu } from './subject-menu.tsx';
import { TitleField } from './title-field.tsx';
import { ViewButtons } from './view-buttons.tsx';

type EditorHeadProps = { title: string | undefined; selection: Selection; view: EditorView };

/** What is open, what kind of thing it is, what can be done with it, and how it is looked at. */
export const EditorHead = memo(function EditorHead({ title, selection, view }: EditorHeadProps) {
  const edit = useEdit();
  const rename = (id: string) => (next: string) =>
    edit(`Rename ${title}`, (document) => changeSection(document, id, { title: next }));
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2 px-3.5 pt-3 pb-2 @md:px-5">
      {title !== undefined && (
        <div className="flex max-w-full min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          {selection.type === 'section' ? (
            <TitleField key={selection.id} title={title} onRename={rename(selection.id)} />
          ) : (
            <h2 className="min-w-0 text-lg font-semibold tracking-[-0.015em] wrap-anywhere">{title}</h2>
          )}
          <Badges selection={selection} />
          <SubjectMenu selection={selection} title={title} />
        </div>
      )}
      <ViewButtons view={view} selection={selection} />
    </div>
  );
});

function Badges({ selection }: { selection: Selection }) {
  const judge = lateMemory.useModule()?.memoryOutlook;
  const badges = useDocument(useSame((document) => describeBadges(document, selection, judge)));
  const words = lateLeftOut.useModule()?.leftOutWords;
  const leftOut = useAnalysis((analysis) => words?.(analysis, selection));
  return (
    <>
      {badges.map(({ text, tone }) => (
        <Badge key={text} tone={tone}>
          {text}
        </Badge>
      ))}
      {leftOut !== undefined && (
        <span className="rounded border border-dashed border-control px-[5px] text-2xs text-ink-2">{leftOut}</span>
      )}
    </>
  );
}
