'use client';

import { useStore } from 'zustand';
import { Icon } from '@/components/ui/icon.tsx';
import { useServices } from '@/components/workbench/workbench-context.tsx';

/** A small sign at what the linter has found something in; `source` is the key of a section, tool or file. */
export function LintBadge({ source }: { source: string }) {
  const words = useStore(useServices().lint.store, ({ findings = [] }) =>
    findings.flatMap(({ span, code, message }) => (span?.key === source ? [`${code}: ${message}`] : [])).join('\n'),
  );
  if (words === '') return null;
  return (
    <span title={words} className="mx-1 flex shrink-0">
      <Icon name="info" className="size-3.5 text-layer-session-ink" />
      <span className="sr-only">Lint: {words}</span>
    </span>
  );
}
