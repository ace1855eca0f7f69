import { BOUNDARY_MARKER } from '@/lib/prompt/system-prompt.ts';
import type { Assembly } from './assembly.ts';

/** What keeps the boundary from ending a block of the request, for a person; `undefined` when it ends one. */
export function boundaryBar({
  document,
  prompt,
  built,
}: Pick<Assembly, 'document' | 'prompt' | 'built'>): string | undefined {
  if (document.imported) return 'Not sent: an imported request has blocks of its own.';
  if (built.globalScopeSkipped)
    return 'Not sent: MCP tools stand in front of it. They differ per user, so nothing behind them can be shared.';
  if (prompt.system.some(({ text }) => text === BOUNDARY_MARKER)) return undefined;
  const hasSections = prompt.system.some(({ spans }) => spans.some(({ source }) => source.type === 'section'));
  return document.flags.global_cache_scope || !hasSections
    ? 'Not sent: the prompt that is sent has none.'
    : 'Not sent: global_cache_scope is off.';
}
