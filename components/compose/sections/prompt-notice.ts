import type { Analysis } from '@/lib/store/analysis/analysis.ts';

/** Why the sections are not what is sent, or not all of it; `undefined` when the default prompt is sent. */
export function promptNotice({ prompt, document, tokensBySource }: Analysis): string | undefined {
  const { winner, reason } = prompt.selected;
  const hasSections = [...tokensBySource.keys()].some((key) => key.startsWith('section:'));
  if (winner !== 'default') return hasSections ? reason : `${reason} No section is in it.`;
  if (!document.flags.CLAUDE_CODE_SIMPLE) return undefined;
  return 'CLAUDE_CODE_SIMPLE is on, so the system prompt is one block: identity, directory and date. No section is in it.';
}

/** Why the boundary is not sent; `undefined` when it is. */
export function boundaryNotice({ isBoundarySent, built, document }: Analysis): string | undefined {
  if (isBoundarySent) return undefined;
  if (document.imported) return 'Not sent: an imported request has blocks of its own.';
  return built.globalScopeSkipped
    ? 'Not sent: MCP tools stand in front of it. They differ per user, so nothing behind them can be shared.'
    : 'Not sent: global_cache_scope is off.';
}
