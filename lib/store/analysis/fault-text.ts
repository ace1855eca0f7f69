import { asSentence, type Failure } from '@/lib/errors.ts';

/** What is wrong, and what to do, in sentences. */
export const faultText = ({ message, fix }: Pick<Failure, 'message' | 'fix'>): string =>
  [asSentence(message), fix].filter(Boolean).join(' ');
