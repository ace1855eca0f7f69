import { describe, expect, it } from 'vitest';
import type { FailureCode } from '@/lib/errors.ts';
import { failed, success } from '@/lib/result.ts';
import { checkConnection } from './check-connection.ts';
import { CHECKS, type CheckId, type CheckLine } from './check-line.ts';
import { type SampleServer, sampleServer } from './sample-server.ts';

async function linesOf(behaviour: SampleServer, more: { models?: readonly string[]; stop?: number } = {}) {
  const stop = new AbortController();
  const { backend, sent } = sampleServer(behaviour);
  const lines: CheckLine[] = [];
  const check = checkConnection({
    backend,
    models: async () =>
      more.models ? success(more.models) : failed({ code: 'backend-failed', message: 'It has no list.' }),
    model: 'm',
    mark: 'mark',
    options: { signal: stop.signal, session: 's' },
  });
  for await (const line of check) {
    lines.push(line);
    if (lines.length === more.stop) stop.abort();
  }
  const of = (id: CheckId) => lines.find((line) => line.id === id);
  return { lines, of, sent };
}

describe('the check of a connection', () => {
  it('BACK-75: asks everything in order, and a server that does all well passes', async () => {
    const { lines, of } = await linesOf({}, { models: ['m', 'n'] });
    expect(lines.map(({ id }) => id)).toEqual([...CHECKS]);
    expect(lines.filter(({ state }) => state === 'failed' || state === 'unknown')).toEqual([]);
    expect(of('models')?.detail).toBe('It serves m, n.');
    expect(of('streams')?.detail).toMatch(/^2 pieces over 60 ms, the first after 55 ms/);
  });

  it('BACK-75: a server that lists other models and answers all the same is no fault; one that refuses is', async () => {
    expect((await linesOf({}, { models: ['x'] })).of('models')).toMatchObject({
      state: 'noted',
      detail: 'It serves x. m is answered all the same.',
    });
    const failure = { code: 'backend-rejected', message: 'No.' } as const;
    expect((await linesOf({ failure }, { models: ['x'] })).of('models')).toMatchObject({
      state: 'failed',
      detail: 'It serves x, and not m.',
    });
    expect((await linesOf({})).of('models')).toMatchObject({ state: 'unknown' });
  });

  const stops: [FailureCode, CheckId][] = [
    ['backend-unreachable', 'reachable'],
    ['address-refused', 'reachable'],
    ['backend-refused-key', 'authorised'],
    ['model-unknown', 'models'],
    ['backend-rejected', 'format'],
    ['backend-failed', 'format'],
  ];
  it.each(stops)('BACK-76: %s fails the line %s with a fix, and what rests on it is not asked', async (code, id) => {
    const { lines, of, sent } = await linesOf({ failure: { code, message: 'No.' } }, { models: ['m'] });
    expect(of(id)).toMatchObject({ state: 'failed', detail: 'No.', fix: expect.stringMatching(/\w{3}/) });
    const at = CHECKS.indexOf(id);
    expect(lines.map((line) => line.id)).toEqual([...CHECKS]);
    expect(lines.slice(0, at).every(({ state }) => state === 'passed')).toBe(true);
    expect(lines.slice(at + 1).every(({ state }) => state === 'skipped')).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it('BACK-77: an answer in one moment is one that something collected', async () => {
    expect((await linesOf({ streams: false })).of('streams')).toMatchObject({
      state: 'failed',
      fix: expect.stringMatching(/proxy_buffering/),
    });
  });

  it.each([
    ['vllm', '--enable-prompt-tokens-details'],
    ['sglang', '--enable-cache-report'],
    ['ollama', 'llama.cpp'],
    ['litellm', 'upstream'],
  ] as const)('BACK-78: a %s that does not report reads fails, with %s as the fix', async (kind, fix) => {
    const { of } = await linesOf({ kind, reports: false });
    expect(of('cached-tokens')).toMatchObject({ state: 'failed', fix: expect.stringContaining(fix) });
    expect(of('arithmetic')?.state).toBe('unknown');
    expect(of('block-size')?.state).toBe('unknown');
  });

  it('BACK-78: reports of 0 for the same request again are told apart from none', async () => {
    expect((await linesOf({ caches: false })).of('cached-tokens')?.detail).toMatch(/read 0 tokens/);
  });

  it('BACK-79: the arithmetic is measured, and compared with how the kind is read', async () => {
    for (const arithmetic of ['exclusive', 'inclusive'] as const) {
      const word = new RegExp(arithmetic, 'i');
      const other = arithmetic === 'exclusive' ? 'inclusive' : 'exclusive';
      expect((await linesOf({ arithmetic })).of('arithmetic')).toMatchObject({
        state: 'passed',
        detail: expect.stringMatching(word),
      });
      expect((await linesOf({ arithmetic, readAs: other })).of('arithmetic')).toMatchObject({
        state: 'failed',
        fix: `Declare "arithmetic": "${arithmetic}" for this backend.`,
      });
      expect((await linesOf({ arithmetic, readAs: 'undecided' })).of('arithmetic')).toMatchObject({ state: 'noted' });
    }
  });

  it.each([
    ['', 'without anything'],
    [' ', 'with a space'],
    ['\n', 'with a line break'],
    ['\n\n', 'with an empty line'],
  ])('BACK-80: blocks joined by %j are seen to be, whether the server counts or only reports', async (joint, words) => {
    for (const counts of [true, false])
      expect((await linesOf({ joint, counts })).of('joins')).toMatchObject({
        state: 'noted',
        detail: expect.stringContaining(words),
      });
  });

  it.each([
    ['strips', 'passed', /taken out/],
    ['overwrites', 'noted', /sum .* overwritten/],
    ['ignores', 'passed', /no change of it costs/],
    ['keeps', 'failed', /nothing behind it is read/],
  ] as const)('BACK-81: a server that %s the header', async (header, state, detail) => {
    expect((await linesOf({ header })).of('header')).toMatchObject({ state, detail: expect.stringMatching(detail) });
  });

  it.each([
    [1, /very token/],
    [16, /blocks of 16 tokens/],
    [64, /blocks of 64 tokens/],
  ])('BACK-82: blocks of %i tokens are found', async (blockSize, detail) => {
    expect((await linesOf({ kind: 'vllm', blockSize })).of('block-size')?.detail).toMatch(detail);
  });

  it('BACK-83: of a provider where asking costs money, no more than two requests are made', async () => {
    const { of, sent } = await linesOf({ kind: 'anthropic' });
    expect(sent).toHaveLength(2);
    for (const id of ['joins', 'header', 'block-size'] as const) expect(of(id)?.state).toBe('skipped');
  });

  it('BACK-84: stops when it is told to', async () => {
    await expect(linesOf({}, { stop: 6 })).rejects.toThrow(/abort/);
  });
});
