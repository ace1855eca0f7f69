'use client';

import { useStore } from 'zustand';
import { FixWarning } from '@/components/diagnosis/fix-warning.tsx';
import { revealCharacter } from '@/components/editor/reveal-character.ts';
import { saveFile } from '@/components/export/save-file.ts';
import { Badge } from '@/components/ui/badge.tsx';
import { Button } from '@/components/ui/button.tsx';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDocument, useEdit, useServices, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { comparedText } from '@/lib/cache/explain/divergence.ts';
import { ruleOf } from '@/lib/cache/lint/lint-rules.ts';
import { jsonReport, sarifLog } from '@/lib/cache/lint/sarif.ts';
import { applyFix, fixLabel } from '@/lib/document/fix.ts';
import { flattenRequest } from '@/lib/request/flatten-request.ts';
import { sourceText } from '@/lib/store/diagnosis/source-text.ts';
import type { DocumentFinding } from '@/lib/store/lint/lint-document.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';

const TONES = { error: 'volatile', warning: 'session', note: 'neutral' } as const;

/** Every finding with its rule, its place and what mends it; and the lot as a file for other programs. */
export function LintList() {
  const findings = useStore(useServices().lint.store, (state) => state.findings) ?? [];
  if (findings.length === 0) {
    return (
      <EmptyState title="Nothing found">
        No rule finds anything in this request that would keep its cache from being read.
      </EmptyState>
    );
  }
  const files = [{ uri: 'request.json', findings: findings.map(({ span: _, place: __, fix: ___, ...each }) => each) }];
  return (
    <>
      <ul aria-label="Findings" className="flex flex-col gap-3">
        {findings.map((finding) => (
          <FindingItem
            key={`${finding.code} ${finding.path} ${finding.span?.key} ${finding.start}`}
            finding={finding}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap gap-2 border-t border-line pt-3">
        <Button size="sm" onClick={() => saveFile('findings.json', JSON.stringify(jsonReport(files), null, 2))}>
          Save JSON
        </Button>
        <Button size="sm" onClick={() => saveFile('findings.sarif', JSON.stringify(sarifLog(files), null, 2))}>
          Save SARIF
        </Button>
      </div>
    </>
  );
}

function FindingItem({ finding }: { finding: DocumentFinding }) {
  const { code, message, place, fix } = finding;
  const { severity, summary, explanation } = ruleOf(code);
  const mending = useDocument((document) => fix && fixLabel(fix, document));
  const edit = useEdit();
  return (
    <li>
      <div className="flex flex-wrap items-baseline gap-x-2">
        <Badge tone={TONES[severity]}>{severity}</Badge>
        <code className="num text-xs text-ink-3">{code}</code>
        <span className="min-w-0 font-medium wrap-anywhere">{place}</span>
      </div>
      <p className="mt-0.5 wrap-anywhere">
        {summary} <span className="text-ink-2">{message}</span>
      </p>
      <p className="text-sm text-ink-3">{explanation}</p>
      <div className="mt-1.5 flex flex-wrap gap-2">
        {fix && <FixWarning fixes={[fix]} />}
        {fix && mending && (
          <Button size="sm" onClick={() => edit(mending, (each) => applyFix(each, fix))}>
            {mending}
          </Button>
        )}
        <ShowFinding finding={finding} />
      </div>
    </li>
  );
}

function ShowFinding({ finding: { span, path, start, end, place } }: { finding: DocumentFinding }) {
  const { feed, store } = useServices();
  const select = useWorkbench((state) => state.select);
  const setView = useWorkbench((state) => state.setView);
  const show = () => {
    const opened = span && sourceText(currentDocument(store.getState()), span.source);
    if (!opened || !span) return setView('assembled');
    const request = feed.store.getState().analysis?.built.request;
    const block = request && flattenRequest(request).find((each) => each.path === path);
    const changed = comparedText(block).slice(start, Math.min(end, start + 200));
    select(opened.selection, 'edit');
    revealCharacter(opened.characterOf({ before: '', changed, after: '' }, Math.max(0, start - span.start)));
    return undefined;
  };
  return (
    <Button size="sm" variant="quiet" aria-label={`Show ${place}`} onClick={show}>
      Show
    </Button>
  );
}
