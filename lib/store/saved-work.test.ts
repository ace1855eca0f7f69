import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VLLM } from '@/lib/cache/kv-policy.ts';
import { messagesPolicy } from '@/lib/cache/messages-cache.ts';
import { OPENAI_BREAKPOINTS } from '@/lib/cache/openai-policy.ts';
import { policyFor } from '@/lib/cache/policy-for.ts';
import { parseDocument } from '@/lib/document/parse-document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { readSavedLog, readSavedSession } from './read-saved-log.ts';
import { runFigures } from './run-figures.ts';
import { inputUsage, sampleRun } from './run-sample.ts';
import { logToSave } from './saved-work.ts';
import { sessionCache } from './session-cache.ts';
import { sampleWorkbench } from './workbench-sample.ts';

const ended = (number: number) => sampleRun({ id: `run-${number}`, number, status: 'done', endedAt: 1 });

describe('what is saved', () => {
  it('STORE-8 is the session with its last 40 requests, none of them half-way', () => {
    const runs = [...Array.from({ length: 50 }, (_, index) => ended(index)), sampleRun({ id: 'half-way' })];
    const saved = logToSave({ session: 's', runs });
    expect(saved.session).toBe('s');
    expect(saved.runs.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 10));
  });

  it('STORE-8 holds no more than a session and its requests, whatever stands beside them', () => {
    const state = { session: 's', runs: [], visitorKeys: { anthropic: 'sk-secret' } };
    expect(logToSave(state)).toEqual({ session: 's', runs: [] });
  });

  it('STORE-7 reads back what was saved', () => {
    const log = logToSave({ session: 's', runs: [ended(1), ended(2)], displaced: { 'llama.cpp': 7 } });
    expect(readSavedLog(structuredClone(log))).toEqual(log);
    expect(readSavedLog({ session: 's', runs: [] })).toEqual({ session: 's', runs: [] });
    expect(parseDocument(structuredClone(PRESETS[0].document))).toEqual({ ok: true, value: PRESETS[0].document });
  });

  it('STORE-7 has no document where none was saved, and says so where one cannot be read', () => {
    expect(parseDocument({ version: 1 })).toMatchObject({ ok: false, failure: { code: 'document-invalid' } });
    expect(parseDocument({ version: 99 })).toMatchObject({ ok: false, failure: { code: 'document-newer' } });
  });
});

describe('what went to a backend beside the session', () => {
  it('STORE-8 is saved, and over a reload a server that holds its last prompt alone still holds none of the session', () => {
    const { workbench } = sampleWorkbench();
    workbench.getState().putRun(sampleRun({ status: 'done', sentAt: 1, respondedAt: 2, endedAt: 3 }));
    workbench.getState().displace('emulator');
    const again = sampleWorkbench();
    const log = structuredClone(logToSave(workbench.getState()));
    again.workbench.getState().restore(undefined, readSavedLog(log));
    const { runs, displaced } = again.workbench.getState();
    const policy = policyFor('llamacpp', 'local');
    expect(sessionCache(policy, runs, 'emulator')).not.toBe(policy.empty);
    expect(sessionCache(policy, runs, 'emulator', displaced['emulator'])).toBe(policy.empty);
  });

  it.each([
    [7, undefined],
    [{ a: 'soon', b: Number.NaN, c: 7 }, { c: 7 }],
  ])('STORE-7 is read where it is a time: %j', (displaced, read) => {
    expect(readSavedLog({ session: 's', runs: [], displaced })?.displaced).toEqual(read);
  });
});

describe('the saved session', () => {
  const parse = async (value: unknown) => parseDocument(value);
  const { document } = PRESETS[0];
  const held = { mode: 'session', documents: [document], oneHourTtl: true } as const;

  it('SESSION-10: reads back what was held', async () => {
    const log = structuredClone(logToSave({ session: 's', runs: [], held }));
    expect(await readSavedSession(log, parse)).toEqual(held);
    expect(await readSavedSession({ session: 's', runs: [] }, parse)).toBeUndefined();
    expect(await readSavedSession(undefined, parse)).toBeUndefined();
  });

  it('SESSION-10: what cannot be read is as good as a clear', async () => {
    const read = (value: unknown) => readSavedSession({ held: value }, parse);
    const cleared = { ...held, documents: [] };
    expect(await read({ ...held, documents: [document, { version: 99 }] })).toEqual(cleared);
    expect(await read({ ...held, documents: 7, oneHourTtl: 'yes' })).toEqual({ ...cleared, oneHourTtl: undefined });
    expect(await read({ ...cleared, mode: 'other' })).toEqual({ ...cleared, mode: 'live' });
  });
});

describe('a saved log that cannot be read', () => {
  const good = ended(1);

  it.each([
    undefined,
    null,
    'log',
    7,
    [],
    {},
    { session: 's' },
    { session: 1, runs: [] },
    { session: 's', runs: {} },
    { session: 's', runs: [null] },
    { session: 's', runs: [good, {}] },
  ])('STORE-7 is as good as none: %j', (value) => expect(readSavedLog(value)).toBeUndefined());

  it('STORE-7 is one in which a field that is drawn or summed is missing or of another type', () => {
    for (const field of Object.keys(good)) {
      for (const value of [undefined, null, Number.NaN, [], { at: 1 }]) {
        const log = readSavedLog({ session: 's', runs: [{ ...good, [field]: value }] });
        for (const run of log?.runs ?? []) expect(() => usesOf(run), `${field}: ${String(value)}`).not.toThrow();
      }
    }
  });

  it('STORE-7 never trips up what draws or sums the runs, whatever junk stands in it', () => {
    const run = fc
      .record({
        field: fc.constantFrom(...Object.keys(good), 'reported', 'respondedAt', 'firstTokenAt'),
        junk: fc.jsonValue(),
      })
      .map(({ field, junk }) => ({ ...good, [field]: junk }));
    const deep = fc
      .record({ field: fc.constantFrom(...Object.keys(good.prediction)), junk: fc.jsonValue() })
      .map(({ field, junk }) => ({ ...good, prediction: { ...good.prediction, [field]: junk } }));
    const number = fc.oneof(fc.double(), fc.maxSafeInteger(), fc.constantFrom(-1, 0.5, 1e300));
    const usage = fc.record({ field: fc.constantFrom(...Object.keys(inputUsage())), number, isReported: fc.boolean() });
    const figures = usage.map(({ field, number: junk, isReported }) => {
      const odd = { ...inputUsage(), outputTokens: 1, [field]: junk };
      return isReported ? { ...good, reported: odd } : { ...good, prediction: { ...good.prediction, usage: odd } };
    });
    fc.assert(
      fc.property(fc.oneof(run, deep, figures), (each) => {
        for (const read of readSavedLog({ session: 's', runs: [each] })?.runs ?? []) usesOf(read);
      }),
      { numRuns: 1000 },
    );
  });

  /** All that the page does with a run of an earlier visit; throws where it would. */
  function usesOf(run: ReturnType<typeof sampleRun>): void {
    for (const policy of [messagesPolicy(), VLLM, OPENAI_BREAKPOINTS]) sessionCache(policy, [run], 'emulator');
    const { read, created, uncached, cost } = runFigures(run);
    for (const tokens of [read, created, uncached]) expect(tokens).toBeGreaterThanOrEqual(0);
    if (cost !== undefined) expect(Number.isSafeInteger(cost)).toBe(true);
    expect(run.text.trim()).toBeTypeOf('string');
    expect(run.request.messages.at(-1)).not.toBeNull();
  }
});

describe('the sample', () => {
  it('is a run that can be read', () => {
    const run = { ...ended(1), reported: { ...inputUsage(), outputTokens: 1 } };
    expect(readSavedLog({ session: 's', runs: [run] })).toBeDefined();
  });
});
