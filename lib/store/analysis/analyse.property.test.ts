import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { parseDocument } from '@/lib/document/parse-document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { sampleAnalysis } from './analysis-sample.ts';

const { document } = PRESETS[0];
const bare = { ...document, tools: [], mcpServers: [], memoryFiles: [], sections: [], boundary: 0 } satisfies Document;

const anyValue = fc.oneof(
  fc.constantFrom(undefined, null, 5, 'x', [], {}, [null], [5], [{ type: 'text' }], [{ type: 'image' }]),
  fc.jsonValue({ maxDepth: 2 }),
);
const KINDS = ['text', 'thinking', 'redacted_thinking', 'image', 'document', 'tool_use', 'tool_result', 'hologram'];
/** A block as it may stand in a field in the middle of typing: the fields of every kind, with anything in them. */
const anyBlock = fc.record(
  {
    type: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...KINDS) }, { weight: 1, arbitrary: anyValue }),
    text: anyValue,
    thinking: anyValue,
    source: anyValue,
    content: anyValue,
    input: anyValue,
    citations: anyValue,
    cache_control: anyValue,
  },
  { requiredKeys: ['type'], noNullPrototype: true },
);
const anyFields = fc.dictionary(
  fc.constantFrom('tool_choice', 'thinking', 'output_config', 'metadata', 'speed', 'inference_geo'),
  anyValue,
  { noNullPrototype: true },
);

/** Counts a document that a person may have; what its schema refuses never comes so far, and is told by 0. */
function checkCounted(edited: Document): 0 | 1 {
  const parsed = parseDocument(JSON.parse(JSON.stringify(edited)));
  if (!parsed.ok) return 0;
  const { total, chain } = sampleAnalysis(parsed.value);
  expect(total.tokens).toBe(chain.totalTokens);
  expect(Number.isSafeInteger(total.tokens)).toBe(true);
  return 1;
}

describe('a request that the provider would refuse', () => {
  const RUNS = 300;

  it('REQUEST-35 is counted whatever JSON stands in a block, a tool or another field', () => {
    const counted = { blocks: 0, tools: 0, fields: 0 };
    fc.assert(
      fc.property(anyBlock, anyFields, fc.constantFrom('user', 'assistant', 'system'), (block, fields, role) => {
        const json = JSON.stringify(block);
        const result = { id: 'r', type: 'tool-result', call: 'c', isError: false } as const;
        const blocks = [
          { id: 'a', type: 'other', json },
          { ...result, content: [{ id: 'a', type: 'other', json }] },
        ] as const;
        const tool = { id: 't', name: 't', description: '', inputSchema: '', enabled: true, wire: json };
        counted.blocks += checkCounted({ ...bare, conversation: [{ id: 't', role, text: '', blocks }] });
        counted.tools += checkCounted({ ...bare, tools: [tool] });
        counted.fields += checkCounted({ ...bare, fields: JSON.stringify(fields) });
      }),
      { numRuns: RUNS },
    );
    // Were most refused by the schema, this would have shown nothing.
    for (const [what, runs] of Object.entries(counted)) expect(runs, what).toBeGreaterThan(RUNS * 0.9);
  }, 60_000);

  it('REQUEST-35 is named at its block while it is typed', () => {
    const json = '{"type":"text"}';
    const turn = { id: 't', role: 'user', text: '', blocks: [{ id: 'a', type: 'other', json }] } as const;
    const { blocking, built } = sampleAnalysis({ ...bare, conversation: [turn] });
    expect(blocking.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/text\.text: Field required\.$/),
    );
    expect(JSON.stringify(built.request)).toContain(json);
  });
});
