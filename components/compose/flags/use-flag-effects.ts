'use client';

import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useDocument, useServices } from '@/components/workbench/workbench-context.tsx';
import type { FlagId } from '@/lib/prompt/flag.ts';

/** Tokens each flag adds while on, kept up to date while this is on screen. `isStale`: of an earlier state of the document. */
export function useFlagEffects(): { tokens: ReadonlyMap<FlagId, number>; isStale: boolean } {
  const { flagEffects } = useServices();
  const current = useDocument((each) => each);
  useEffect(() => flagEffects.watch(), [flagEffects]);
  const { tokens, document } = useStore(flagEffects.store);
  return { tokens, isStale: document !== current };
}
