import type { Document } from '@/lib/document/document.ts';
import { CODING_AGENT } from '@/lib/document/presets/coding-agent/document.ts';
import { DEFAULT_FLAGS } from '@/lib/prompt/flag.ts';

const NEEDED: ReadonlySet<string> = new Set(['Read', 'Edit', 'Write', 'Glob', 'Grep', 'Bash', 'TodoWrite']);

/**
 * A coding client that talks to a server of one's own: fewer tools, no marks (such a server caches by itself), and the attribution
 * header with an attestation that changes with every request, so that the prompt differs from its first words on.
 */
export const LOCAL_MODEL: Document = {
  ...CODING_AGENT,
  preset: { id: 'local-model', version: 1 },
  title: 'Local model',
  flags: { ...DEFAULT_FLAGS, NATIVE_CLIENT_ATTESTATION: true, global_cache_scope: false },
  tools: CODING_AGENT.tools.filter(({ name }) => NEEDED.has(name)),
  mcpServers: [],
  cache: { ...CODING_AGENT.cache, enabled: false },
};
