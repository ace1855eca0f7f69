import type { Document } from '@/lib/document/document.ts';
import { CODING_AGENT } from '@/lib/document/presets/coding-agent/document.ts';
import { BOUNDARY, SECTIONS } from './sections.ts';

/** A prompt of two parts without anything else: no tools on the wire, no memory files, no git status. */
export const TWO_PART: Document = {
  ...CODING_AGENT,
  preset: { id: 'two-part', version: 1 },
  title: 'Two-part prompt',
  sections: SECTIONS,
  boundary: BOUNDARY,
  tools: [],
  mcpServers: [],
  memoryFiles: [],
  environment: { ...CODING_AGENT.environment, isGitRepository: false, autoMemory: false },
  conversation: [],
  draft: 'Begin with the function and its test.',
};
