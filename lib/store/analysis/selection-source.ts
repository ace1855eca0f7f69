import type { Document } from '@/lib/document/document.ts';
import { normalizePath } from '@/lib/memory/path.ts';
import { type BlockSource, sourceKey } from '@/lib/prompt/block.ts';
import type { Selection } from '@/lib/store/selection.ts';

/** What the editor shows of the source of some characters; `undefined` for what only the client writes. */
export function sourceSelection(source: BlockSource): Selection | undefined {
  switch (source.type) {
    case 'section':
    case 'tool':
    case 'prompt':
    case 'turn':
    case 'memory-file':
    case 'git-status':
      return source;
    default:
      return undefined;
  }
}

const LISTS_SERVERS = /\{\{#[ \t]*mcp\.servers[ \t]*\}\}/;

/** The key of the source that a selection enters the request as. A server speaks through a section or the announcement. */
export function selectionKey(selection: Selection, { flags, sections }: Document): string | undefined {
  if (selection.type === 'memory-file') return sourceKey({ type: 'memory-file', path: normalizePath(selection.path) });
  if (selection.type !== 'server') return sourceKey(selection);
  if (flags.mcp_instructions_delta) return sourceKey({ type: 'mcp-announcement' });
  const section = sections.find(({ text }) => LISTS_SERVERS.test(text));
  return section && sourceKey({ type: 'section', id: section.id });
}
