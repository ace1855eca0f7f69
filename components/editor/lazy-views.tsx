'use client';

import { latePart } from '@/components/ui/late-part.tsx';

const loadAssembled = () => import('./assembled-view.tsx');
const loadJson = () => import('./json-view.tsx');
const loadDiff = () => import('./diff-view.tsx');

/** Fetches the views' code, so that none of them has to be waited for. */
export function loadViews(): void {
  for (const load of [loadAssembled, loadJson, loadDiff]) load().catch(() => undefined);
}

const WAITING = { waiting: <p className="px-3.5 py-3 text-ink-3 @md:px-5">Loading …</p> };

export const AssembledView = latePart(async () => (await loadAssembled()).AssembledView, WAITING);
export const JsonView = latePart(async () => (await loadJson()).JsonView, WAITING);
export const DiffView = latePart<{ title: string }>(async () => (await loadDiff()).DiffView, WAITING);
