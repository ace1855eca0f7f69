'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { useServices } from '@/components/workbench/workbench-context.tsx';
import type { WorkbenchStore } from '@/lib/store/workbench-store.ts';
import { focusRow, rowBeside } from './row-focus.ts';
import type { RowScreen } from './row-screen.ts';

/** The actions of a list of rows, and the live region in which they say what they did. `make` must be stable. */
export function useRowActions<Actions>(
  make: (store: WorkbenchStore, screen: RowScreen) => Actions,
): [Actions, ReactNode] {
  const { store } = useServices();
  const [words, setWords] = useState('');
  const actions = useMemo(() => {
    // The same words twice are two events: a no-break space makes them differ.
    const say = (next: string) => setWords((last) => (last === next ? `${next}\u00a0` : next));
    return make(store, { say, focusRow, rowBeside });
  }, [make, store]);
  return [
    actions,
    <p key="spoken" role="status" className="sr-only">
      {words}
    </p>,
  ];
}
