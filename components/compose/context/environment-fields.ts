import { dateFault, directoryFault, placeFault } from '@/lib/document/field-faults.ts';
import type { Environment } from '@/lib/prompt/context.ts';

/** The fields of the environment that are one text. */
export type TextField = {
  [Key in keyof Environment]: Environment[Key] extends string ? Key : never;
}[keyof Environment];

export interface FieldLook {
  readonly label: string;
  readonly hint?: string;
  /** Paths and the like. */
  readonly mono?: boolean;
  /** Takes half a line where there is room. */
  readonly isShort?: boolean;
  /** Several lines. */
  readonly isLong?: boolean;
  readonly check?: (text: string) => string | undefined;
}

/** What each field is called, and what it may hold. */
export const ENVIRONMENT_FIELDS: Readonly<Record<TextField, FieldLook>> = {
  workingDirectory: { label: 'Working directory', mono: true, check: directoryFault },
  home: { label: 'Home', mono: true, check: directoryFault },
  today: { label: 'Date', mono: true, check: dateFault },
  platform: { label: 'Platform', isShort: true },
  shell: { label: 'Shell', isShort: true },
  osVersion: { label: 'OS version', isShort: true },
  knowledgeCutoff: { label: 'Knowledge cutoff', isShort: true },
  language: { label: 'Language', hint: 'Empty: no section', isShort: true },
  tokenBudget: { label: 'Token budget', hint: 'With TOKEN_BUDGET', isShort: true },
  scratchpadDirectory: {
    label: 'Scratchpad directory',
    hint: 'Empty: no Scratchpad section',
    mono: true,
    check: placeFault,
  },
  memoryDirectory: { label: 'Memory directory', hint: 'Holds MEMORY.md', mono: true, check: placeFault },
  teamMemoryDirectory: { label: 'Team memory directory', hint: 'With TEAMMEM', mono: true, check: placeFault },
  modelOverride: { label: 'Model override', hint: 'With USER_TYPE=ant', isLong: true },
};
