'use client';

import { type ReactNode, useMemo } from 'react';
import { CompareButton } from '@/components/compare/compare-button.tsx';
import { Button } from '@/components/ui/button.tsx';
import { Num } from '@/components/ui/num.tsx';
import { useDocument, useEdit, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { applyFix, fixLabel } from '@/lib/document/fix.ts';
import { formatMoney } from '@/lib/pricing/money.ts';
import { diagnoseRun, type RunDiagnosis } from '@/lib/store/diagnosis/run-diagnosis.ts';
import { suggestFixes } from '@/lib/store/diagnosis/suggest-fixes.ts';
import type { Run } from '@/lib/store/run.ts';
import { countWords, diagnosisPlace, diagnosisReason, diagnosisTitle, KIND_WORDS } from './describe-diagnosis.ts';
import { FixWarning } from './fix-warning.tsx';
import { ShowPlace } from './show-place.tsx';
import { SnippetLine } from './snippet-line.tsx';

/** Why a request read less than the one before had left: the cause, the place, what it cost, and what mends it. */
export function DiagnosisCard({ run }: { run: Run }) {
  const runs = useWorkbench((state) => state.runs);
  const session = useWorkbench((state) => state.session);
  const terms = useDocument(({ price }) => price);
  const isKeyKnown = useWorkbench(({ backends }) => backends.find(({ id }) => id === run.backend)?.key !== 'visitor');
  const workspace = isKeyKnown ? session : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: requests that are sent later do not change what explains this one
  const diagnosis = useMemo(() => diagnoseRun(runs, run, workspace, terms), [run, workspace, terms]);
  return diagnosis ? <Card diagnosis={diagnosis} /> : null;
}

function Card({ diagnosis }: { diagnosis: RunDiagnosis }) {
  const { run, previous, place, origin, blockTitle, cause, causes, cost, missed, kind } = diagnosis;
  const where = diagnosisPlace(diagnosis, origin, blockTitle);
  const isText = place !== undefined && place.change !== 'same';
  return (
    <section aria-label="Diagnosis" className="border-b border-line px-4 py-3.5">
      <p className="text-sm text-ink-3">
        Request {run.number} read less than request {previous.number} left
      </p>
      <h3 className="mt-0.5 text-base font-semibold tracking-[-0.01em] wrap-anywhere">
        {diagnosisTitle(diagnosis, origin)}
      </h3>
      <p className="mt-1 text-ink-2">{diagnosisReason(diagnosis)}</p>
      <dl className="mt-2.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1">
        <Fact name="Cause">
          <code className="num">{causes.join(', ')}</code>
        </Fact>
        {where && <Fact name="Place">{where}</Fact>}
        {countWords(diagnosis).map(({ name, words }) => (
          <Fact key={name} name={name}>
            {words}
          </Fact>
        ))}
        {place && place.token > 0 && (
          <Fact name="At token">
            <Num value={place.token} method="estimate" />
          </Fact>
        )}
        <Fact name="Billed again">
          <Num value={missed} method="reported" title="Reported: what could have been read, less what was" /> tokens
        </Fact>
        <Fact name="Cost of it">
          <Num value={cost === undefined ? undefined : formatMoney(cost)} method="reported" title="Of reported usage" />
        </Fact>
        <Fact name="Kind">{kind ? KIND_WORDS[kind] : 'cannot be known'}</Fact>
        {run.verdict && (
          <Fact name="Provider says">
            <code className="num">{run.verdict.type}</code>
            {run.verdict.missedTokens !== undefined && (
              <>
                , <Num value={run.verdict.missedTokens} method="estimate" title="The provider's own estimate" /> tokens
              </>
            )}
          </Fact>
        )}
      </dl>
      {cause === 'model_changed' && <Changed was={<code>{previous.model}</code>} now={<code>{run.model}</code>} />}
      {isText && place && (
        <Changed was={<SnippetLine {...place.was} look="was" />} now={<SnippetLine {...place.now} look="now" />} />
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Fixes diagnosis={diagnosis} />
        {origin && place && <ShowPlace origin={origin} place={place} />}
        <CompareButton before={previous.id} after={run.id} />
      </div>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="text-right wrap-anywhere">{children}</dd>
    </>
  );
}

function Changed({ was, now }: { was: ReactNode; now: ReactNode }) {
  return (
    <dl className="mt-2.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 rounded-md bg-sunken px-2.5 py-2 font-mono text-sm">
      <dt className="text-ink-3">was</dt>
      <dd className="wrap-anywhere whitespace-pre-wrap">{was}</dd>
      <dt className="text-ink-3">now</dt>
      <dd className="wrap-anywhere whitespace-pre-wrap">{now}</dd>
    </dl>
  );
}

function Fixes({ diagnosis }: { diagnosis: RunDiagnosis }) {
  const document = useDocument((each) => each);
  const edit = useEdit();
  const change = { explanation: diagnosis, span: diagnosis.origin?.span, previousModel: diagnosis.previous.model };
  const fixes = suggestFixes(change, document);
  return (
    <>
      <FixWarning fixes={fixes} />
      {fixes.map((fix) => {
        const label = fixLabel(fix, document);
        return (
          <Button key={label} size="sm" variant="primary" onClick={() => edit(label, (each) => applyFix(each, fix))}>
            {label}
          </Button>
        );
      })}
    </>
  );
}
