import type { Client } from '@/lib/prompt/prompt-input.ts';

/** How the client may have been started; it enters the attribution header and the identity line. */
export const ENTRYPOINTS: readonly { readonly value: Client['entrypoint']; readonly label: string }[] = [
  { value: 'cli', label: 'cli: terminal' },
  { value: 'sdk', label: 'sdk: agent SDK' },
  { value: 'unknown', label: 'unknown' },
];

/** The entrypoint that a choice names. */
export const readEntrypoint = (value: string): Client['entrypoint'] =>
  ENTRYPOINTS.find((each) => each.value === value)?.value ?? 'unknown';
