import { describe, expect, it } from 'vitest';
import { readCalibration, writeCalibration } from './saved-calibration.ts';

const KNOWN = { 'claude-opus-5-5': { reported: 1030.5, estimated: 1000, runs: 4 } };

describe('a saved calibration', () => {
  it('TOKEN-35 comes back as it was', () => {
    expect(readCalibration(writeCalibration(KNOWN))).toEqual(KNOWN);
  });

  it('TOKEN-35 is none when it cannot be read, and never throws', () => {
    const models = JSON.stringify(KNOWN);
    for (const junk of [
      undefined,
      '',
      '{',
      'null',
      '[]',
      '{}',
      '"1"',
      `{"version":2,"models":${models}}`,
      '{"version":1,"models":[]}',
      '{"version":1}',
    ]) {
      expect(readCalibration(junk), String(junk)).toEqual({});
    }
  });

  it('TOKEN-35 keeps the models it understands', () => {
    const bad = [
      null,
      7,
      {},
      { reported: 0, estimated: 1, runs: 1 },
      { reported: '1', estimated: 1, runs: 1 },
      { reported: 1, estimated: -1, runs: 1 },
      { reported: 1, estimated: 1, runs: 0.5 },
    ];
    const models = { ...Object.fromEntries(bad.map((each, index) => [`bad-${index}`, each])), ...KNOWN };
    expect(readCalibration(JSON.stringify({ version: 1, models }))).toEqual(KNOWN);
    const endless = '{"version":1,"models":{"a":{"reported":1,"estimated":1e999,"runs":1}}}';
    expect(readCalibration(endless)).toEqual({});
  });
});
