'use client';

import type { RefObject } from 'react';
import { useLateList } from '@/components/compose/rows/use-late-list.ts';
import { lateModule } from '@/components/ui/late-module.ts';

/** The code that carries rows weighs 17 kB; until it has come, rows move by Alt with the arrow keys. */
const lateRows = lateModule(() => import('./sortable-rows.tsx'));

/** The list whose rows can be carried, once it can take the place of the still one. */
export const useSortableRows = (list: RefObject<HTMLElement | null>) => useLateList(lateRows, list)?.SortableRows;
