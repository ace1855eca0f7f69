import { describe, expect, it } from 'vitest';
import { describeCalibration } from './describe-calibration.ts';

describe('the words for a calibration', () => {
  it('TOKEN-34 say the factor and the runs, and nothing where none is known', () => {
    const calibration = { a: { reported: 1031, estimated: 1000, runs: 4 }, b: { reported: 9, estimated: 10, runs: 1 } };
    expect(describeCalibration(calibration, 'a')).toBe('calibrated ×1.03 from 4 runs');
    expect(describeCalibration(calibration, 'b')).toBe('calibrated ×0.90 from 1 run');
    expect(describeCalibration(calibration, 'c')).toBeUndefined();
  });
});
