import type { Analysis } from '@/lib/store/analysis/analysis.ts';

/** Why the sections are not what is sent, or not all of it; `undefined` when the default prompt is sent. */
export function promptNotice({ prompt, document, tokensBySource }: Analysis): string | undefined {
  const { winner, reason } = prompt.selected;
  if (winner !== 'default') {
    const hasSections = [...tokensBySource.keys()].some((key) => key.startsWith('section:'));
    return hasSections ? reason : `${reason} No section is in it.`;
  }
  if (!document.flags.CLAUDE_CODE_SIMPLE) return undefined;
  return 'CLAUDE_CODE_SIMPLE is on: identity, directory and date stand in place of the sections, with what is appended.';
}
