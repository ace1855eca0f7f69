'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import { checkLines } from '@/lib/backends/connection/check-client.ts';
import type { CheckLine } from '@/lib/backends/connection/check-line.ts';
import type { Failure } from '@/lib/errors.ts';
import { serverOf } from '@/lib/store/chosen-backend.ts';
import { currentDocument } from '@/lib/store/workbench-store.ts';

interface Check {
  readonly lines: readonly CheckLine[];
  readonly isRunning: boolean;
  readonly failure?: Failure;
  start(): void;
  stop(): void;
}

/** The check of the chosen backend as it goes on; leaving stops it. */
export function useCheck(): Check {
  const { store } = useServices();
  const [lines, setLines] = useState<readonly CheckLine[]>([]);
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const running = useRef<AbortController>(undefined);
  const stop = useCallback(() => running.current?.abort(), []);
  useEffect(() => stop, [stop]);

  const start = useCallback(() => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setLines([]);
    setFailure(undefined);
    setRunning(true);
    const state = store.getState();
    const { backend, model } = currentDocument(state);
    const visitorKey = state.visitorKeys[backend];
    state.displace(backend);
    // A session of its own: the emulator's cache of the one at work stays as it is.
    const session = `check-${crypto.randomUUID()}`;
    const body = { backend, request: { model, max_tokens: 1, messages: [] }, session, ...serverOf(state, backend) };
    void (async () => {
      const call = { signal: controller.signal, ...(visitorKey && { visitorKey }) };
      for await (const line of checkLines((path, init) => fetch(path, init), body, call)) {
        if (running.current !== controller) return;
        if ('failure' in line) setFailure(line.failure);
        else setLines((before) => [...before, line]);
      }
      if (running.current === controller) setRunning(false);
    })();
  }, [store]);

  return { lines, isRunning, start, stop, ...(failure && { failure }) };
}
