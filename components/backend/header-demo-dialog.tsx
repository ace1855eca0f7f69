'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button.tsx';
import { Dialog } from '@/components/ui/dialog.tsx';
import { Notice } from '@/components/ui/notice.tsx';
import { Num } from '@/components/ui/num.tsx';
import { Select } from '@/components/ui/select.tsx';
import { useDocument, useWorkbench } from '@/components/workbench/workbench-context.tsx';
import { DEMO_REQUESTS, type DemoRequest } from '@/lib/backends/connection/header-demo.ts';
import { LOCAL } from '@/lib/backends/connection/probe-request.ts';
import { describeDemo } from './describe-demo.ts';
import { HeaderChart } from './header-chart.tsx';
import { useHeaderDemo } from './use-header-demo.ts';

/** The client's billing header on a server with a cache of its own: what its changing costs, measured there. */
export function HeaderDemoDialog({ onClose }: { onClose: () => void }) {
  const backends = useWorkbench((state) => state.backends);
  const chosen = useDocument((document) => document.backend);
  const local = backends.filter(({ kind }) => LOCAL.has(kind));
  const [id, setId] = useState(() => (local.find((each) => each.id === chosen) ?? local[0])?.id ?? '');
  const [isWhole, setWhole] = useState(true);
  const { requests, isRunning, failure, start, stop } = useHeaderDemo();
  const backend = local.find((each) => each.id === id);
  const words = describeDemo(requests);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Billing header"
      size="md"
      description="The client puts a line in front of the prompt that changes. The request as it stands is sent five times with it and five times without; none of them is part of the session."
      footer={
        isRunning ? (
          <Button icon="stop" onClick={stop}>
            Stop
          </Button>
        ) : (
          backend && (
            <Button variant="primary" onClick={() => start(backend, isWhole)}>
              Send {2 * DEMO_REQUESTS} requests
            </Button>
          )
        )
      }
    >
      {backend ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Select
            variant="field"
            label="Server"
            value={id}
            disabled={isRunning}
            options={local.map((each) => ({ value: each.id, label: each.name }))}
            onValueChange={setId}
          />
          <Select
            variant="field"
            label="What changes in it"
            value={isWhole ? 'whole' : 'sum'}
            disabled={isRunning}
            options={[
              { value: 'whole', label: 'Fingerprint and sum (cch)' },
              { value: 'sum', label: 'The sum (cch) alone' },
            ]}
            onValueChange={(value) => setWhole(value === 'whole')}
          />
        </div>
      ) : (
        <Notice title="A local server is needed.">
          Anthropic takes the header out, and the emulator has no prompt to compute: neither could be measured. Declare
          a llama.cpp, vLLM, SGLang, Ollama or LM Studio server, or one behind LiteLLM, in strata.config.json; where
          Strata runs on your own machine, add it under “Own server”.
        </Notice>
      )}
      {failure && (
        <Notice tone="error" title="The requests ended." className="mt-3">
          {failure.message} {failure.fix}
        </Notice>
      )}
      <p role="status" className="mt-3 min-h-5 text-ink-2">
        {words ?? (isRunning ? `Sent ${requests.length} of ${2 * DEMO_REQUESTS} …` : '')}
      </p>
      {requests.length > 0 && (
        <div className="mt-2">
          <HeaderChart requests={requests} />
          <DemoTable requests={requests} />
        </div>
      )}
    </Dialog>
  );
}

function DemoTable({ requests }: { requests: readonly DemoRequest[] }) {
  return (
    <table aria-label="Requests of the demonstration" className="mt-3 w-full">
      <thead className="text-xs text-ink-3">
        <tr>
          {['Header', 'Read', 'Computed again', 'First token, ms'].map((label, index) => (
            <th key={label} scope="col" className={`font-normal ${index === 0 ? 'text-left' : 'text-right'}`}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {requests.map(({ series, read, computed, firstTokenAfter }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: requests are only added at the end
          <tr key={index} className="border-t border-line">
            <th scope="row" className="py-0.5 text-left font-normal">
              {series === 'changing' ? `Changed, ${index + 1}` : `Off, ${index + 1 - DEMO_REQUESTS}`}
            </th>
            <td className="text-right">
              <Num value={read} method="reported" />
            </td>
            <td className="text-right">
              <Num value={computed} method="reported" />
            </td>
            <td className="text-right">
              <Num value={firstTokenAfter} title="Measured between this server and the backend" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
