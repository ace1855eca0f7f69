'use client';

import { lateModule } from '@/components/ui/late-module.ts';

/** CodeMirror; until it has come, a textarea serves. */
export const lateCodeEditor = lateModule(() => import('./code-editor.ts'));
