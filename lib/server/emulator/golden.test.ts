import { describe, expect, it } from 'vitest';
import { createTokenEstimator } from '@/lib/tokens/estimator.ts';
import { GOLDEN_EXAMPLES } from './golden-examples.ts';
import { testEmulator } from './test-emulator.ts';

const { count } = createTokenEstimator();
const NOON = Date.parse('2026-11-21T12:00:00Z');

describe('EMU-19: the worked examples, through the official SDK', () => {
  for (const build of GOLDEN_EXAMPLES) {
    const { title, steps } = build();
    it(title, async () => {
      const client = testEmulator({ countTokens: count }).client();
      for (const { at, request, input, creation, read, long = 0 } of steps) {
        const headers = { 'x-emulator-now': String(NOON + at * 1000) };
        const { usage, ...message } = await client.messages.create(request, { headers });
        expect(usage).toMatchObject({
          input_tokens: input,
          cache_creation_input_tokens: creation,
          cache_read_input_tokens: read,
          cache_creation: { ephemeral_5m_input_tokens: creation - long, ephemeral_1h_input_tokens: long },
          output_tokens: request.max_tokens,
        });
        expect(message.stop_reason).toBe('max_tokens');
        if (request.max_tokens === 0) expect(message.content).toEqual([]);
      }
    }, 20_000);
  }
});
