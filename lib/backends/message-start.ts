import type { BackendEvent } from './backend.ts';

/** An answer begins, at epoch milliseconds; an id that is no text, or empty, is not known. */
export const messageStart = (at: number, id?: unknown): BackendEvent => ({
  type: 'message-start',
  at,
  ...(typeof id === 'string' && id !== '' && { messageId: id }),
});
