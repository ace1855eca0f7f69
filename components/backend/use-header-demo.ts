'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import type { BackendDescription } from '@/lib/backends/backend.ts';
import { DEMO_REQUESTS, type DemoRequest, headerDemo } from '@/lib/backends/connection/header-demo.ts';
import type { Failure } from '@/lib/errors.ts';
import { serverOf, withBackend } from '@/lib/store/chosen-backend.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';

interface Demo {
  readonly requests: readonly DemoRequest[];
  readonly isRunning: boolean;
  readonly failure?: Failure;
  start(backend: BackendDescription): void;
  stop(): void;
}

/** As the client writes it: five hexadecimal digits. */
const change = (): string =>
  [...crypto.getRandomValues(new Uint8Array(3))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 5);

/** The demonstration on one backend as it goes on; leaving stops it. */
export function useHeaderDemo(): Demo {
  const { store, feed, client } = useServices();
  const [requests, setRequests] = useState<readonly DemoRequest[]>([]);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const start = (backend: BackendDescription) => {
    const controller = new AbortController();
    running.current = controller;
    setRequests([]);
    setFailure(undefined);
    setRunning(true);
    void (async () => {
      const state = store.getState();
      const analysis = await feed.analysed(withBackend(currentDocument(state), backend));
      const [fault] = analysis.blocking;
      if (fault) setFailure(fault);
      else {
        const visitorKey = state.visitorKeys[backend.id];
        const target = {
          backend: backend.id,
          session: `header-${crypto.randomUUID()}`,
          ...serverOf(state, backend.id),
        };
        const { signal } = controller;
        const sends = {
          send: (request: DemoBody) =>
            client.send({ ...target, request }, { signal, ...(visitorKey && { visitorKey }) }),
        };
        const changes = Array.from({ length: DEMO_REQUESTS }, change);
        for await (const each of headerDemo(sends, analysis.built.request, changes, {
          signal,
          session: target.session,
        })) {
          if (running.current !== controller) return;
          if ('failure' in each) setFailure(each.failure);
          else setRequests((before) => [...before, each]);
        }
      }
      if (running.current === controller) setRunning(false);
    })();
  };
  return { requests, isRunning, start, stop, ...(failure && { failure }) };
}

type DemoBody = Parameters<Parameters<typeof headerDemo>[0]['send']>[0];
