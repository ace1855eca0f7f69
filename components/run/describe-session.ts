import type { HeldSession } from '@/lib/document/held-session.ts';

const SHOWN = 4;

/** What the session does with an edit, in a sentence; `waiting` are the titles of edits that wait. */
export function describeSession({ mode, documents }: HeldSession, waiting: readonly string[]): string {
  if (mode === 'live') return 'Live: every edit is in the next request.';
  if (documents.length === 0)
    return 'The next request settles memoised sections, memory and tools; later edits of them wait.';
  if (waiting.length === 0) return 'Memoised sections, memory and tools keep their value until /clear or /compact.';
  const names = waiting.slice(0, SHOWN).join(', ');
  const more = waiting.length > SHOWN ? ` and ${waiting.length - SHOWN} more` : '';
  return `${waiting.length} ${waiting.length === 1 ? 'edit waits' : 'edits wait'} for /clear or /compact: ${names}${more}.`;
}

const format = new Intl.NumberFormat('en-US');

/** What a compaction has made of the conversation. */
export function describeCompaction(before: { turns: number; tokens: number }, tokensNow: number): string {
  const turns = `${before.turns} turn${before.turns === 1 ? '' : 's'}`;
  return `The conversation went from ${turns} of ${format.format(before.tokens)} tokens to a summary of ${format.format(tokensNow)}.`;
}
