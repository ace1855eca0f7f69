'use client';

import { type ComponentType, lazy } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import type { Subject } from './subject.ts';

const loadAssembled = () => import('./assembled-view.tsx');
const loadJson = () => import('./json-view.tsx');
const loadDiff = () => import('./diff-view.tsx');

/** Fetches the views' code, so that none of them has to be waited for. */
export function loadViews(): void {
  for (const load of [loadAssembled, loadJson, loadDiff]) load().catch(() => undefined);
}

/** A view whose code could not be fetched is no reason to lose the page. */
const orUnreachable =
  <Props,>(load: () => Promise<ComponentType<Props>>) =>
  async (): Promise<{ default: ComponentType<Props> }> => ({ default: await load().catch(() => Unreachable) });

export const AssembledView = lazy(orUnreachable(async () => (await loadAssembled()).AssembledView));
export const JsonView = lazy(orUnreachable(async () => (await loadJson()).JsonView));
export const DiffView = lazy(orUnreachable<{ subject: Subject }>(async () => (await loadDiff()).DiffView));

function Unreachable() {
  return (
    <Notice
      tone="error"
      title="This view could not be fetched."
      actions={<Button onClick={() => location.reload()}>Reload the page</Button>}
      className="m-3.5"
    >
      The server did not answer. Your work is kept in this browser.
    </Notice>
  );
}
