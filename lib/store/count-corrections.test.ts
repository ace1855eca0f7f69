import { describe, expect, it } from 'vitest';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import { correctedCount, createCountCorrections } from './count-corrections.ts';
import { readCalibration } from './saved-calibration.ts';

const estimate = ({ length }: string): TokenCount => ({
  tokens: length,
  low: length - 10,
  high: length + 10,
  method: 'estimate',
});
const TEXT = 'x'.repeat(100);

describe('corrected counts', () => {
  it('TOKEN-34 are calibrated for the model that was learnt of, and for no other', () => {
    const corrections = createCountCorrections();
    corrections.learn('a', 1000, 1100);
    const state = corrections.store.getState();
    expect(correctedCount(state, 'a', estimate)(TEXT)).toMatchObject({ tokens: 110, method: 'estimate' });
    expect(correctedCount(state, 'b', estimate)(TEXT)).toEqual(estimate(TEXT));
  });

  it("TOKEN-43 are the provider's own where it was asked, for that very text", () => {
    const corrections = createCountCorrections();
    corrections.learn('a', 1000, 1100);
    corrections.addExact('a', new Map([[TEXT, 97]]));
    const count = correctedCount(corrections.store.getState(), 'a', estimate);
    expect(count(TEXT)).toEqual({ tokens: 97, low: 97, high: 97, method: 'exact' });
    expect(count(`${TEXT}!`)).toMatchObject({ tokens: 111, method: 'estimate' });
  });

  it('TOKEN-35 are saved with every run that is learnt, come back, and are forgotten on reset', () => {
    let kept: string | undefined;
    const storage = {
      load: () => kept,
      save: (text: string) => {
        kept = text;
      },
    };
    createCountCorrections(storage).learn('a', 1000, 1100);
    const again = createCountCorrections(storage);
    expect(again.store.getState().calibration).toEqual({ a: { reported: 1100, estimated: 1000, runs: 1 } });
    again.reset('a');
    expect(again.store.getState().calibration).toEqual({});
    expect(readCalibration(kept)).toEqual({});
  });
});
