import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { DEFAULT_FLAGS } from '@/lib/prompt/flag.ts';

/** Test support: the document that requests are imported over. */
export const SAMPLE_BASE: Document = { ...PRESETS[0].document, flags: DEFAULT_FLAGS };

const prose = (words: number, seed: number): string =>
  Array.from({ length: words }, (_, at) => WORDS[(at * 7 + seed * 13 + ((at * at) % 11)) % WORDS.length]).join(' ');

const WORDS =
  'harbour tide keeper ledger buoy chart signal mooring pilot channel lamp swell anchor quay freight berth gauge depth wind log'.split(
    ' ',
  );

const section = (title: string, words: number, seed: number) => `# ${title}\n\n${prose(words, seed)}.`;

/**
 * Test support: a request as a coding agent of today sends it, about 55 KB: 12 tools, three system blocks, memory files and reminders in
 * the first user message, a system message between the turns, three marks.
 */
export function captureBody(): Record<string, unknown> {
  const mark = { cache_control: { type: 'ephemeral', ttl: '1h' } };
  const tools = Array.from({ length: 12 }, (_, at) => ({
    name: at < 10 ? `Tool${at + 1}` : `mcp__harbour__find${at}`,
    description: prose(300, at),
    input_schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: Object.fromEntries(
        Array.from({ length: 8 }, (__, field) => [`field_${field}`, { type: 'string', description: prose(12, field) }]),
      ),
      required: ['field_0'],
      additionalProperties: false,
    },
  }));
  const main = ['Harness', 'Care', 'Tone', 'Environment'].map((title, at) => section(title, 340, at)).join('\n\n');
  const memory = [
    '<system-reminder>\nUse this as background.\n# claudeMd\nThese instructions override your defaults.\n\n',
    `Contents of /home/dev/.claude/CLAUDE.md (user's own instructions):\n\n${prose(60, 1)}\n\n`,
    `Contents of /home/dev/harbour/CLAUDE.md (project instructions, checked in):\n\n- ${prose(160, 2)}`,
    "\n\n# currentDate\nToday's date is 2026-11-21.\n\n      IMPORTANT: it may not matter.\n</system-reminder>\n",
  ].join('');
  return {
    model: 'claude-sonnet-5-5',
    messages: [
      {
        role: 'user',
        content: [
          { type: 'text', text: memory },
          { type: 'text', text: '<system-reminder>\nThe list of tasks is empty.\n</system-reminder>' },
          { type: 'text', text: 'Where does the lamp log its signals?' },
        ],
      },
      { role: 'system', content: `# Skills\n\n${prose(900, 5)}` },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: prose(30, 3), signature: 'c2lnbmF0dXJl' },
          { type: 'tool_use', id: 'toolu_01', name: 'Tool1', input: { field_0: 'lamp' } },
        ],
      },
      {
        role: 'user',
        content: [{ tool_use_id: 'toolu_01', type: 'tool_result', content: prose(200, 4), ...mark }],
      },
    ],
    system: [
      { type: 'text', text: 'x-anthropic-billing-header: cc_version=2.1.329.a1f; cc_entrypoint=cli;' },
      { type: 'text', text: 'You are Keeper, an agent that minds the harbour.', ...mark },
      { type: 'text', text: main, ...mark },
    ],
    tools,
    metadata: { user_id: 'user_1' },
    max_tokens: 32_000,
    thinking: { type: 'adaptive' },
    context_management: { edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] },
    output_config: { effort: 'medium' },
    stream: true,
  };
}
