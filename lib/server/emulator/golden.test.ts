import { describe, expect, it } from 'vitest';
import { createTokenEstimator } from '@/lib/tokens/estimator.ts';
import { GOLDEN_EXAMPLES } from './golden-examples.ts';
import { playGolden } from './play-golden.ts';
import { testEmulator } from './test-emulator.ts';

const { count } = createTokenEstimator();

describe('EMU-19: the worked examples, through the official SDK', () => {
  it('are all 25', () => {
    const numbers = new Set(GOLDEN_EXAMPLES.map((build) => /^example (\d+):/.exec(build().title)?.[1]));
    expect([...numbers].map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  }, 60_000);

  for (const build of GOLDEN_EXAMPLES) {
    const example = build();
    it(example.title, async () => {
      const played = await playGolden(testEmulator({ countTokens: count }).client(), example);
      for (const { found, expected } of played) expect(found).toEqual(expected);
    }, 20_000);
  }
});
