import { describe, expect, it } from 'vitest';
import { sampleRun } from '@/lib/store/run-sample.ts';
import { CURRENT, chosenRequest, firstChoice, PASTED, requestOptions } from './compared-requests.ts';

const first = sampleRun({ id: 'a', number: 1, finalKey: 'k1' });
const second = sampleRun({ id: 'b', number: 2, finalKey: 'k2' });
const kept = { id: 'v', title: 'Version 1', compared: { request: first.request, model: 'm' } };
const choices = {
  runs: [first, second],
  versions: [kept],
  analysis: undefined,
  pasted: '',
  now: 0,
};

describe('what is compared', () => {
  it('COMPARE-2 offers every request of the log, the one not yet sent, and a pasted one', () => {
    expect(requestOptions([first, second], [kept]).map(({ value }) => value)).toEqual(['a', 'b', 'v', CURRENT, PASTED]);
  });

  it('COMPARE-3 begins with the last two that differ in time: what stands now, if it was edited since', () => {
    expect(firstChoice([], undefined)).toEqual({ before: CURRENT, after: PASTED });
    expect(firstChoice([first], 'k1')).toEqual({ before: 'a', after: CURRENT });
    expect(firstChoice([first, second], 'k2')).toEqual({ before: 'a', after: 'b' });
    expect(firstChoice([first, second], 'k3')).toEqual({ before: 'b', after: CURRENT });
  });

  it('COMPARE-4 gives the chosen one, or says why there is none', () => {
    expect(chosenRequest('b', choices)).toEqual({ ok: true, value: second });
    expect(chosenRequest('v', choices)).toEqual({ ok: true, value: kept.compared });
    expect(chosenRequest('gone', choices)).toMatchObject({ ok: false });
    expect(chosenRequest(CURRENT, choices)).toMatchObject({ ok: false });
    expect(chosenRequest(PASTED, choices)).toMatchObject({
      ok: false,
      failure: { code: 'import-invalid', message: 'There is nothing in it.', place: 'The request' },
    });
    const pasted = '{"model":"m","messages":[{"role":"user","content":"Hello"}]}';
    expect(chosenRequest(PASTED, { ...choices, pasted })).toMatchObject({ ok: true, value: { model: 'm' } });
  });
});
