import { describe, expect, it } from 'vitest';
import { SECTIONS } from '@/lib/document/presets/coding-agent/sections.ts';
import { DEFAULT_FLAGS } from '@/lib/prompt/flag.ts';
import { describeGate } from './describe-gate.ts';

describe('what keeps a section out', () => {
  it.each([
    ['flags.VOICE_MODE', 'needs VOICE_MODE'],
    ['!flags.USER_TYPE_ant', 'left out by USER_TYPE=ant'],
    ['interactive', 'left out by PROACTIVE'],
    ['proactive', 'needs PROACTIVE'],
    ['codingInstructions', 'left out by the output style'],
    ['language', 'needs a language'],
    ['!language', 'left out by a language'],
    ['outputStyle.name', 'needs an output style'],
    ['mcp.servers', 'needs a connected MCP server'],
    ['tools.Sleep', 'needs the tool Sleep'],
    ['something.else', 'needs something.else'],
  ])('%s: %s', (gate, words) => expect(describeGate(gate, DEFAULT_FLAGS)).toBe(words));

  it('names the flag that takes MCP instructions out of the prompt', () => {
    expect(describeGate('mcp.servers', { ...DEFAULT_FLAGS, mcp_instructions_delta: true })).toBe(
      'announced in the messages by mcp_instructions_delta',
    );
  });

  it('has words for every gate of the preset', () => {
    const gates = SECTIONS.flatMap((section) => section.gates);
    expect(gates.length).toBeGreaterThan(10);
    for (const gate of gates) expect(describeGate(gate, DEFAULT_FLAGS)).not.toBe(`needs ${gate}`);
  });
});
