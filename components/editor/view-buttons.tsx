'use client';

import { Button } from '@/components/ui/button.tsx';
import { useDocument, usePreset, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import type { EditorView, Selection } from '@/lib/store/selection.ts';
import { loadViews } from './lazy-views.tsx';
import { textPairs } from './subject-edits.ts';

const VIEWS = [
  { value: 'edit', label: 'Edit' },
  { value: 'assembled', label: 'Assembled' },
  { value: 'json', label: 'Request JSON' },
  { value: 'diff', label: 'Diff' },
] as const;

/** How the request is looked at. Diff is there for a text that is not the preset's. */
export function ViewButtons({ view, selection }: { view: EditorView; selection: Selection }) {
  const setView = useWorkbench((state) => state.setView);
  const preset = usePreset();
  const differs = useDocument((document) => preset !== undefined && textPairs(document, preset, selection).length > 0);
  return (
    <fieldset
      aria-label="View"
      onPointerEnter={loadViews}
      onFocus={loadViews}
      className="flex min-w-0 flex-wrap gap-x-2 gap-y-1.5 @2xl:ml-auto"
    >
      {VIEWS.map(({ value, label }) => (
        <Button
          key={value}
          aria-pressed={value === view}
          disabled={value === 'diff' && !differs && view !== 'diff'}
          title={value === 'diff' ? 'What differs from the preset’s text' : undefined}
          onClick={() => setView(value)}
          className="text-ink-2 aria-pressed:border-ink!"
        >
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
