import type { Document } from '@/lib/document/document.ts';
import { CODING_AGENT } from '@/lib/document/presets/coding-agent/document.ts';
import { DEFAULT_FLAGS } from '@/lib/prompt/flag.ts';
import { BOUNDARY, REMINDERS, SECTIONS } from './sections.ts';
import { TOOLS } from './tools.ts';

/** As it was published first: without small reminders. */
export const CURRENT_CLIENT_1: Document = {
  ...CODING_AGENT,
  preset: { id: 'current-client', version: 1 },
  title: 'Current client',
  layout: 'current',
  sections: SECTIONS,
  boundary: BOUNDARY,
  flags: { ...DEFAULT_FLAGS, global_cache_scope: false, tool_search: true, mcp_instructions_delta: true },
  tools: TOOLS,
  conversation: [],
  draft:
    'The nightly worker used last year’s station list again. Where does it get its configuration from, and why would it miss a change in tidewater.config.json?',
  model: 'claude-opus-5-5',
};

/** With small reminders, thinking and effort. */
export const CURRENT_CLIENT_2: Document = {
  ...CURRENT_CLIENT_1,
  preset: { id: 'current-client', version: 2 },
  sections: [...SECTIONS, ...REMINDERS],
  fields: JSON.stringify({ thinking: { type: 'adaptive' }, output_config: { effort: 'high' } }, null, 2),
};

/** All thinking stays in the prompt, so that what was cached of earlier turns is read (`context_management` of the API). */
const KEEP_THINKING = { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] };

/** The layout of a client of November 2026 (2.1.329), in its first turn. */
export const CURRENT_CLIENT: Document = {
  ...CURRENT_CLIENT_2,
  preset: { id: 'current-client', version: 3 },
  fields: JSON.stringify(
    { thinking: { type: 'adaptive' }, context_management: KEEP_THINKING, output_config: { effort: 'high' } },
    null,
    2,
  ),
};
