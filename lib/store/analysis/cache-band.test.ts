import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { inputUsage, sampleRun } from '@/lib/store/run-sample.ts';
import { sampleAnalysis } from './analysis-sample.ts';
import { cacheBand } from './cache-band.ts';

const { document } = PRESETS[0];
const analysis = sampleAnalysis(document);
const finalKey = analysis.chain.positions.at(-1)?.key;
const reported = inputUsage({
  cacheReadTokens: 70,
  cacheCreation5mTokens: 20,
  cacheCreation1hTokens: 5,
  inputTokens: 4,
});

describe('the cache band', () => {
  it('ANALYSIS-8 is the prediction before anything was sent', () => {
    const band = cacheBand(analysis, undefined);
    expect(band).toEqual({
      read: 0,
      created: analysis.total.tokens,
      uncached: 0,
      total: analysis.total.tokens,
      reportedBy: undefined,
    });
  });

  it('POLICY-18: has no figures where it is not known how the backend caches, but a report has', () => {
    const unknown = { ...analysis, prediction: { ...analysis.prediction, isUnknown: true as const } };
    const { tokens: total } = analysis.total;
    const nothing = { read: undefined, created: undefined, uncached: undefined };
    expect(cacheBand(unknown, undefined)).toEqual({ ...nothing, total, reportedBy: undefined });
    expect(cacheBand(unknown, sampleRun({ finalKey, reported })).read).toBe(70);
  });

  it('ANALYSIS-8 is the report once this very request was the last one sent', () => {
    const run = sampleRun({ finalKey, reported: { ...reported, cacheCreationOtherTokens: 1 } });
    expect(cacheBand(analysis, run)).toEqual({ read: 70, created: 26, uncached: 4, total: 100, reportedBy: run });
  });

  it('ANALYSIS-8 is the prediction again as soon as the request is another one', () => {
    const run = sampleRun({ finalKey, reported });
    const edited = sampleAnalysis({ ...document, draft: 'Something else' });
    expect(cacheBand(edited, run).reportedBy).toBeUndefined();
  });

  it('ANALYSIS-8 is the prediction while the report is not there, or leaves out what was read', () => {
    const { cacheReadTokens: _, ...partial } = reported;
    for (const run of [sampleRun({ finalKey }), sampleRun({ finalKey, reported: partial })])
      expect(cacheBand(analysis, run).reportedBy).toBeUndefined();
  });

  it('ANALYSIS-8 is never a report on an empty request', () => {
    const empty = { ...analysis, chain: { ...analysis.chain, positions: [] } };
    expect(cacheBand(empty, sampleRun({ reported })).reportedBy).toBeUndefined();
  });
});
