import { describe, expect, it } from 'vitest';
import { checkConnection } from '@/lib/backends/connection/check-connection.ts';
import { CHECKS, type CheckLine } from '@/lib/backends/connection/check-line.ts';
import { type DemoRequest, type HeaderChange, headerDemo } from '@/lib/backends/connection/header-demo.ts';
import { probeRequest, probeWords } from '@/lib/backends/connection/probe-request.ts';
import { listModels } from '@/lib/backends/list-models.ts';
import { success } from '@/lib/result.ts';
import { findServer, realBackend, realServers } from './real-servers.ts';

const options = { signal: new AbortController().signal, session: 'servers' };

describe.each(realServers().filter(({ kind }) => kind === 'llamacpp' || kind === 'litellm'))(
  'the check of a real $kind',
  (server) => {
    it('BACK-75: is through, finds it reachable, streaming and reporting, and its arithmetic as its kind says', async () => {
      const backend = realBackend(server);
      const settings = {
        description: backend.description,
        baseURL: server.url,
        keyFor: () => success(server.key),
        clock: Date.now,
      };
      const lines = new Map<string, CheckLine>();
      const mark = `mark-${Math.random()}`;
      const models = () => listModels(settings, options);
      for await (const line of checkConnection({ backend, models, model: server.model, mark, options }))
        lines.set(line.id, line);
      expect([...lines.keys()]).toEqual([...CHECKS]);
      for (const id of ['reachable', 'authorised', 'format', 'streams', 'cached-tokens', 'arithmetic'])
        expect(lines.get(id), id).toMatchObject({ state: 'passed' });
      expect(lines.get('joins')?.detail).toMatch(/joined/);
      expect(lines.get('block-size')?.detail).toMatch(/to the very token/);
      // llama.cpp overwrites the sum on its own Messages interface; what LiteLLM sends it comes by another.
      const header = server.kind === 'llamacpp' ? /sum \(cch\) is overwritten/ : /nothing behind it is read/;
      expect(lines.get('header')?.detail).toMatch(header);
    }, 240_000);
  },
);

const llama = findServer('llamacpp');

describe.skipIf(!llama)('the billing header at a real llama.cpp', () => {
  const demo = async (changes: readonly HeaderChange[]) => {
    if (!llama) return [];
    const request = probeRequest(llama.model, [probeWords(`demo-${Math.random()}`, 1500).join(' ')]);
    const seen: DemoRequest[] = [];
    for await (const each of headerDemo(realBackend(llama), request, changes, options)) {
      if ('failure' in each) throw new Error(each.failure.message);
      seen.push(each);
    }
    return seen;
  };
  const SUMS = ['0a1b2', '3c4d5', '6e7f8', '9a0b1', '2c3d4'];

  it('BACK-90: collapses with each change of it, and is cured without it, in tokens and in time', async () => {
    const seen = await demo(SUMS.map((sum, index) => ({ sum, fingerprint: `${index}0${index}` })));
    const later = (series: DemoRequest['series']) => seen.filter((each) => each.series === series).slice(1);
    expect(Math.min(...later('changing').map(({ computed = 0 }) => computed))).toBeGreaterThan(1400);
    expect(Math.max(...later('off').map(({ computed = Number.NaN }) => computed))).toBeLessThan(10);
    const time = (series: DemoRequest['series']) =>
      later(series)
        .map(({ firstTokenAfter = Number.NaN }) => firstTokenAfter)
        .toSorted((a, b) => a - b)[2] ?? Number.NaN;
    expect(time('changing')).toBeGreaterThan(time('off'));
  }, 120_000);

  it('BACK-90: keeps the cache where only the sum changes, which it overwrites', async () => {
    const [, ...later] = (await demo(SUMS.map((sum) => ({ sum })))).filter(({ series }) => series === 'changing');
    expect(Math.max(...later.map(({ computed = Number.NaN }) => computed))).toBeLessThan(10);
  }, 120_000);
});
