'use client';

import { type ComponentType, lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { Fold } from '@/components/ui/fold.tsx';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import { describeFindings } from './describe-findings.ts';

const loadList = async (): Promise<ComponentType> => (await import('./lint-list.tsx')).LintList;
const LintList = lazy(async () => ({ default: await loadList().catch(() => Unreachable) }));

/** What keeps this prompt's cache from being read: a list that follows the edits. Nothing of it is fetched before the first one. */
export function LintFold() {
  const findings = useStore(useServices().lint.store, (state) => state.findings);
  return (
    <Fold title="Lint" aside={describeFindings(findings)}>
      {findings ? (
        <Suspense>
          <LintList />
        </Suspense>
      ) : (
        <p className="text-ink-2">The prompt is looked over while you work.</p>
      )}
    </Fold>
  );
}

function Unreachable() {
  return <p className="text-ink-2">The findings could not be fetched: the server did not answer. Reload the page.</p>;
}
