import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenRequest } from './flatten-request.ts';
import { requestFaults, validateRequest } from './validate-request.ts';
import type { MessageCreateParamsBase } from './wire.ts';

const key = fc.constantFrom(
  'type',
  'text',
  'role',
  'content',
  'cache_control',
  'ttl',
  'name',
  'input_schema',
  'id',
  'x',
);
const leaf = fc.constantFrom<unknown>(
  '',
  'text',
  'user',
  'assistant',
  'system',
  'ephemeral',
  'tool_use',
  7,
  null,
  true,
);
const { value: odd } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('value'), { maxLength: 3 }), fc.dictionary(key, tie('value'))),
}));
const request = fc.record(
  Object.fromEntries(
    [
      'model',
      'max_tokens',
      'messages',
      'system',
      'tools',
      'tool_choice',
      'thinking',
      'cache_control',
      'output_config',
    ].map((field) => [field, odd]),
  ),
  { requiredKeys: [] },
);

describe('EMU-4: any JSON at all', () => {
  it('is answered with a fault, never an exception; and what is let through can be flattened', () => {
    fc.assert(
      fc.property(fc.oneof(odd, request), (value) => {
        const valid = validateRequest(value, { midConversationSystem: true, prefill: true, formerFields: false });
        if (valid.ok) expect(flattenRequest(valid.value)).toBeInstanceOf(Array);
        else expect(valid.failure.message).not.toBe('');
      }),
      { numRuns: 3000 },
    );
  });
});

const role = fc.constantFrom('user', 'assistant', 'system');
const block = fc.oneof(
  fc.record({ type: fc.constant('text'), text: fc.constantFrom('', ' ', 'x', 'x '), citations: fc.constant([{}]) }),
  fc.record({ type: fc.constant('tool_use'), id: fc.constantFrom('a', 'b'), name: key, input: fc.constant({}) }),
  fc.record({ type: fc.constant('tool_result'), tool_use_id: fc.constantFrom('a', 'b') }),
  fc.record({ type: fc.constant('document'), source: fc.constant({}) }),
  odd,
);
const message = fc.record({
  role,
  content: fc.oneof(fc.constantFrom('', 'x', 'x '), fc.array(block, { maxLength: 3 })),
});
const tool = fc.oneof(
  fc.record({ name: fc.constantFrom('a', 'b', 'a b'), input_schema: fc.constant({ type: 'object' }) }),
  fc.record({ name: key, type: key, defer_loading: fc.boolean(), cache_control: odd }),
  odd,
);
const parts = fc.record({
  messages: fc.array(message, { maxLength: 4 }),
  moreMessages: fc.array(message, { maxLength: 2 }),
  tools: fc.array(tool, { maxLength: 3 }),
});
const settings = fc.record(
  {
    tool_choice: fc.constantFrom({ type: 'auto' }, { type: 'tool', name: 'a' }),
    temperature: fc.constant(1),
    system: odd,
  },
  { requiredKeys: [] },
);
const is = fc.boolean();
const rules = fc.record(
  { midConversationSystem: is, prefill: is, forcedToolChoice: is, formerFields: is, marks: is, counting: is },
  { requiredKeys: [] },
);

describe('EMU-4: parts of a request that stay the same objects', () => {
  it('have the faults of copies, under any rules, beside any other parts and at any place', () => {
    const asks = fc.array(fc.record({ settings, rules, isLonger: is }), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(parts, asks, ({ messages, moreMessages, tools }, each) => {
        const longer = [...moreMessages, ...messages];
        for (const { settings: others, rules: asked, isLonger } of each) {
          const made = { model: 'm', max_tokens: 9, tools, messages: isLonger ? longer : messages, ...others };
          const request = made as unknown as MessageCreateParamsBase;
          expect(requestFaults(request, asked)).toEqual(requestFaults(structuredClone(request), asked));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
