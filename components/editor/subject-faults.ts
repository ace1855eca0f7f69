import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import { type Selection, selectionId } from '@/lib/store/selection.ts';

/** Something wrong with a text: where in it, what, and what to do. */
export interface SubjectFault {
  readonly where: string | undefined;
  readonly message: string;
  readonly fix: string | undefined;
}

/** The faults of a section's template or a tool's schema; other faults have their own places. */
export function subjectFaults({ prompt }: Analysis, selection: Selection): SubjectFault[] {
  const key = selectionId(selection);
  return prompt.failures
    .filter(({ subject }) => subject === key)
    .map(({ at, message, fix }) => ({ where: at && sentence(at), message, fix }));
}

const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
