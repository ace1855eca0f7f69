import type { Failure } from '@/lib/errors.ts';

/** What happened and what to do, as sentences. */
export const faultText = ({ message, fix }: Pick<Failure, 'message' | 'fix'>): string =>
  [message, fix]
    .filter((part) => part !== undefined)
    .map((part) => (/[.!?]$/.test(part) ? part : `${part}.`))
    .join(' ');
