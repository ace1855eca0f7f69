'use client';

import { useMemo, useRef, useState } from 'react';
import { Notice } from '@/components/ui/notice.tsx';
import {
  useAnalysis,
  usePreset,
  useSame,
  useServices,
  useShown,
  useWorkbench,
} from '@/components/workbench/workbench-context.tsx';
import { focusRow } from './focus-row.ts';
import { promptNotice } from './prompt-notice.ts';
import { sectionActions } from './section-actions.ts';
import { sectionList } from './section-list.ts';
import { SectionsFooter } from './sections-footer.tsx';
import { StillRows } from './still-rows.tsx';
import { SectionActionsContext } from './use-section-actions.ts';
import { useSortableRows } from './use-sortable-rows.ts';

/** The sections of the system prompt in order, with the boundary between what everyone shares and what is this session's. */
export function SectionsTab() {
  const selectedId = useWorkbench(({ selection }) => (selection.type === 'section' ? selection.id : undefined));
  const { actions, said } = useActions();
  const element = useRef<HTMLDivElement>(null);
  const Rows = useSortableRows(element) ?? StillRows;
  const preset = usePreset();
  const list = useShown(useSame(({ document, analysis }) => sectionList(document, analysis, preset)));
  const notice = useAnalysis(promptNotice);
  const shared = {
    method: useAnalysis(({ total }) => total.method),
    isSession: useWorkbench(({ held }) => held.mode === 'session'),
  };
  const rows = { list, boundaryNotice: useAnalysis((analysis) => analysis.boundaryBar), selectedId, shared };
  return (
    <SectionActionsContext value={actions}>
      <div ref={element} className="flex min-h-full flex-col">
        {notice && (
          <Notice className="m-3 mb-0" tone="warning">
            {notice}
          </Notice>
        )}
        <Rows {...rows} />
        <SectionsFooter />
        <p role="status" className="sr-only">
          {said}
        </p>
      </div>
    </SectionActionsContext>
  );
}

/** The actions, and the last thing they said. */
function useActions() {
  const { store, presets } = useServices();
  const [said, setSaid] = useState('');
  const actions = useMemo(() => {
    // The same words twice are two events: a no-break space makes them differ.
    const say = (words: string) => setSaid((last) => (last === words ? `${words}\u00a0` : words));
    return sectionActions({ store, presets, newId: () => crypto.randomUUID(), say, focusRow });
  }, [store, presets]);
  return { actions, said };
}
