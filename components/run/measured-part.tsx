'use client';

import type { ReactNode } from 'react';
import { Num } from '@/components/ui/num.tsx';
import { useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { measured } from '@/lib/store/measured.ts';
import type { Run } from '@/lib/store/run.ts';

/** What the clock and the server's own counters say of the last request, apart from what its answer reports. */
export function MeasuredPart({ run }: { run: Run }) {
  const runs = useWorkbench(({ runs }) => runs);
  const figures = measured(run, runs);
  if (!figures) return null;
  const { firstTokenAfter, prefillRate, outputRate, inferred } = figures;
  const { metrics } = run;
  return (
    <details className="group mt-2 text-sm" data-testid="measured">
      <summary className="cursor-pointer text-xs text-ink-3">
        Measured: first token after{' '}
        <Num value={Math.round(firstTokenAfter)} method="exact" title="By this page's clock" /> ms
      </summary>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-y-0.5">
        <Row
          label="Prompt computed, tokens a second"
          value={prefillRate}
          title="Uncached tokens by the time to the first one"
        />
        <Row
          label="Answer written, tokens a second"
          value={outputRate}
          title="Reported output by the time after the first token"
        />
        {metrics && (
          <>
            <Row
              label="Prompts, by the server's counters"
              value={metrics.promptTokens}
              title="Of all it answered meanwhile"
            />
            <Row
              label="Cache read, by the server's counters"
              value={metrics.readTokens}
              title="Of all it answered meanwhile"
            />
          </>
        )}
        {inferred && (
          <>
            <dt>Cache read, inferred from latency</dt>
            <dd>
              <Num value={inferred.readTokens} method="rough" title="Inferred from latency, not reported" />
            </dd>
          </>
        )}
      </dl>
      <Note>
        Times are this page's own and include the network.
        {metrics && ' The counters are those of the whole server.'}
        {inferred &&
          ` This backend reports no reads: the figure is inferred from how long request ${inferred.basedOn}, of which nothing was cached, took for its prompt.`}
      </Note>
    </details>
  );
}

function Row({ label, value, title }: { label: string; value: number | undefined; title: string }) {
  const shown = value === undefined ? undefined : value < 100 ? Math.round(value * 10) / 10 : Math.round(value);
  return (
    <>
      <dt>{label}</dt>
      <dd className="text-right">
        <Num value={shown} method="exact" title={shown === undefined ? 'Too little to tell, or not reported' : title} />
      </dd>
    </>
  );
}

const Note = ({ children }: { children: ReactNode }) => <p className="mt-1 text-xs text-ink-3">{children}</p>;
