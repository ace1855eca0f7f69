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
        const { usage } = await client.messages.create(request, { headers });
        expect
          .soft([usage.input_tokens, usage.cache_creation_input_tokens, usage.cache_read_input_tokens])
          .toEqual([input, creation, read]);
        expect.soft(usage.cache_creation).toEqual({
          ephemeral_5m_input_tokens: creation - long,
          ephemeral_1h_input_tokens: long,
        });
      }
    });
  }

  it('example 4: a pre-warm answers nothing', async () => {
    const client = testEmulator({ countTokens: count }).client();
    const [step] =
      GOLDEN_EXAMPLES.map((build) => build()).find(({ title }) => title.startsWith('example 4'))?.steps ?? [];
    const message = await client.messages.create(step?.request ?? ({} as never));
    expect(message).toMatchObject({ content: [], stop_reason: 'max_tokens', usage: { output_tokens: 0 } });
  });
});
