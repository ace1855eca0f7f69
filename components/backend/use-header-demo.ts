'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import type { BackendDescription } from '@/lib/backends/backend.ts';
import {
  DEMO_REQUESTS,
  type DemoRequest,
  type HeaderChange,
  headerDemo,
} from '@/lib/backends/connection/header-demo.ts';
import type { Failure } from '@/lib/errors.ts';
import { serverOf, withBackend } from '@/lib/store/chosen-backend.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';

interface Demo {
  readonly requests: readonly DemoRequest[];
  readonly isRunning: boolean;
  readonly failure?: Failure;
  /** `isWhole`: the fingerprint changes too, and not only the sum. */
  start(backend: BackendDescription, isWhole: boolean): void;
  stop(): void;
}

const hexadecimal = (digits: number): string =>
  [...crypto.getRandomValues(new Uint8Array(digits))].map((byte) => (byte & 15).toString(16)).join('');

/** As the client writes it. */
const change = (isWhole: boolean): HeaderChange => ({
  sum: hexadecimal(5),
  ...(isWhole && { fingerprint: hexadecimal(3) }),
});

/** The demonstration on one backend as it goes on; leaving stops it. */
export function useHeaderDemo(): Demo {
  const { store, feed, client } = useServices();
  const [requests, setRequests] = useState<readonly DemoRequest[]>([]);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  async function* requestsTo(
    backend: BackendDescription,
    isWhole: boolean,
    signal: AbortSignal,
  ): ReturnType<typeof headerDemo> {
    const state = store.getState();
    const analysis = await feed.analysed(withBackend(currentDocument(state), backend));
    const [failure] = analysis.blocking;
    if (failure) return yield { failure };
    const visitorKey = state.visitorKeys[backend.id];
    const call = { signal, ...(visitorKey && { visitorKey }) };
    const session = `header-${crypto.randomUUID()}`;
    state.displace(backend.id);
    const target = { backend: backend.id, session, ...serverOf(state, backend.id) };
    const send = (request: DemoBody) => client.send({ ...target, request }, call);
    const changes = Array.from({ length: DEMO_REQUESTS }, () => change(isWhole));
    yield* headerDemo({ send }, analysis.built.request, changes, { signal, session });
  }

  const start = async (backend: BackendDescription, isWhole: boolean) => {
    const controller = new AbortController();
    running.current = controller;
    const isCurrent = () => running.current === controller;
    setRequests([]);
    setFailure(undefined);
    setRunning(true);
    try {
      for await (const each of requestsTo(backend, isWhole, controller.signal)) {
        if (!isCurrent()) return;
        if (!('failure' in each)) setRequests((before) => [...before, each]);
        else if (each.failure.code !== 'stopped') setFailure(each.failure);
      }
    } catch {
      const message = 'The server did not answer when the code that counts was to be loaded.';
      setFailure({ code: 'backend-unreachable', message, fix: 'Nothing was sent. Try again when it is back.' });
    } finally {
      if (isCurrent()) setRunning(false);
    }
  };
  return {
    requests,
    isRunning,
    start: (backend, isWhole) => void start(backend, isWhole),
    stop,
    ...(failure && { failure }),
  };
}

type DemoBody = Parameters<Parameters<typeof headerDemo>[0]['send']>[0];
