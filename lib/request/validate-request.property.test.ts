import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flattenRequest } from './flatten-request.ts';
import { validateRequest } from './validate-request.ts';

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
