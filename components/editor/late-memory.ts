'use client';

import { lateModule } from '@/components/ui/late-module.ts';
import type { memoryOutlook } from '@/lib/store/analysis/memory-outlook.ts';

/** What discovery makes of a document's memory files. */
export type JudgeMemory = typeof memoryOutlook;

/** Discovery reads Markdown, which takes code of its own; a memory file is open only after a visitor has chosen it. */
export const lateMemory = lateModule(() => import('@/lib/store/analysis/memory-outlook.ts'));

/** Why something is not sent: what is open at first is. */
export const lateLeftOut = lateModule(() => import('./left-out.ts'));
