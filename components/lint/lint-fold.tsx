'use client';

import { useStore } from 'zustand';
import { Fold } from '@/components/ui/fold.tsx';
import { latePart } from '@/components/ui/late-part.tsx';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import { describeFindings } from './describe-findings.ts';

const LintList = latePart(async () => (await import('./lint-list.tsx')).LintList);

/** What keeps this prompt's cache from being read: a list that follows the edits. Nothing of it is fetched before the first one. */
export function LintFold() {
  const findings = useStore(useServices().lint.store, (state) => state.findings);
  return (
    <Fold title="Lint" aside={describeFindings(findings)}>
      {findings ? <LintList /> : <p className="text-ink-2">The prompt is looked over while you work.</p>}
    </Fold>
  );
}
