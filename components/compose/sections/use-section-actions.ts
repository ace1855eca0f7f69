'use client';

import { createContext, useContext } from 'react';
import { StrataError } from '@/lib/errors.ts';
import type { SectionActions } from './section-actions.ts';

export const SectionActionsContext = createContext<SectionActions | undefined>(undefined);

/** What can be done to sections; the same object for as long as the tab is shown. Throws outside of it. */
export function useSectionActions(): SectionActions {
  const actions = useContext(SectionActionsContext);
  if (!actions) throw new StrataError('This component must stand inside the sections tab.');
  return actions;
}
