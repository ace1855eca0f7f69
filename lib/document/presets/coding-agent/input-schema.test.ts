import { expect, it } from 'vitest';
import { inputSchema, z } from './input-schema.ts';

it('TOOL-5: converts by Zod, facts first and what is inside last, without the bounds that nobody set', () => {
  const input = z.strictObject({
    name: z.string().min(1).describe('Who'),
    size: z.int().min(0).default(3).describe('How many'),
    kinds: z
      .array(z.enum(['a', 'b']))
      .optional()
      .describe('Which'),
    parts: z.array(z.object({ done: z.boolean() })).describe('What of'),
  });
  expect(inputSchema(input)).toBe(
    '{"type":"object","properties":{"name":{"type":"string","minLength":1,"description":"Who"},' +
      '"size":{"type":"integer","minimum":0,"default":3,"description":"How many"},' +
      '"kinds":{"type":"array","items":{"type":"string","enum":["a","b"]},"description":"Which"},' +
      '"parts":{"type":"array","description":"What of","items":{"type":"object","properties":{"done":{"type":"boolean"}},"required":["done"]}}},' +
      '"required":["name","parts"],"additionalProperties":false}',
  );
});
