import type { Analysis } from '@/lib/store/analysis/analysis.ts';
import type { Selection } from '@/lib/store/selection.ts';

/** Something wrong with a text: where in it, what, and what to do. */
export interface SubjectFault {
  readonly where: string | undefined;
  readonly message: string;
  readonly fix: string | undefined;
}

/** The faults of a section's template or a tool's schema; other faults have their own places. */
export function subjectFaults({ failures }: Analysis, { type }: Selection, title: string): SubjectFault[] {
  return failures.flatMap(({ code, place = '', message, fix }): SubjectFault[] => {
    if (type === 'section' && code === 'template-invalid' && place.startsWith(`${title}, `))
      return [{ where: sentence(place.slice(title.length + 2)), message, fix }];
    if (type === 'tool' && code === 'schema-invalid' && place === `Tool ${title}`)
      return [{ where: undefined, message, fix }];
    return [];
  });
}

const sentence = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`;
