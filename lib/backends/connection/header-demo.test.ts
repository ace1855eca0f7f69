import { describe, expect, it } from 'vitest';
import type { Failure } from '@/lib/errors.ts';
import { DEMO_REQUESTS, type DemoRequest, type HeaderChange, headerDemo, withHeader } from './header-demo.ts';
import { probeRequest, probeWords } from './probe-request.ts';
import { type SampleServer, sampleServer } from './sample-server.ts';

const SUMS = ['0a1b2', '3c4d5', '6e7f8', '9a0b1', '2c3d4'].map((sum) => ({ sum }));
const ALL = SUMS.map(({ sum }, index) => ({ sum, fingerprint: `a0${index}` }));
const request = probeRequest('m', [probeWords('demo', 800).join(' ')]);

async function demo(behaviour: SampleServer, changes: readonly HeaderChange[] = SUMS) {
  const { backend, sent } = sampleServer(behaviour);
  const options = { signal: new AbortController().signal, session: 's' };
  const seen: DemoRequest[] = [];
  let failure: Failure | undefined;
  for await (const each of headerDemo(backend, request, changes, options)) {
    if ('failure' in each) failure = each.failure;
    else seen.push(each);
  }
  const computed = (series: DemoRequest['series']) =>
    seen.filter((each) => each.series === series).map((each) => each.computed ?? Number.NaN);
  return { seen, sent, failure, computed };
}

describe('the demonstration of the billing header', () => {
  it('BACK-90: a server that keeps the header computes all of every request, and without it only the first', async () => {
    const { computed, sent } = await demo({ header: 'keeps' });
    expect(computed('changing')).toHaveLength(DEMO_REQUESTS);
    expect(Math.min(...computed('changing'))).toBeGreaterThan(800);
    const [first = 0, ...later] = computed('off');
    expect(first).toBeGreaterThan(800);
    expect(Math.max(...later)).toBeLessThan(10);
    expect(new Set(sent.slice(0, 5).map(({ system }) => JSON.stringify(system))).size).toBe(5);
    expect(sent.slice(5).every(({ system }) => !JSON.stringify(system).includes('billing'))).toBe(true);
  });

  it('BACK-90: a server that overwrites the sum loses nothing by that, and all by another fingerprint', async () => {
    const behaviour = { header: 'overwrites' } as const;
    expect(Math.max(...(await demo(behaviour)).computed('changing').slice(1))).toBeLessThan(10);
    expect(Math.min(...(await demo(behaviour, ALL)).computed('changing'))).toBeGreaterThan(800);
  });

  it('BACK-90: what is not reported stays unknown, and the time is measured all the same', async () => {
    const { seen } = await demo({ reports: false });
    expect(seen.every(({ read, computed }) => read === undefined && computed === undefined)).toBe(true);
    expect(seen.every(({ firstTokenAfter }) => firstTokenAfter === 55)).toBe(true);
  });

  it('BACK-91: a failure ends it, and is told', async () => {
    const failure = { code: 'backend-unreachable', message: 'Gone.' } as const;
    expect(await demo({ failure })).toMatchObject({ failure, seen: [] });
  });

  it('BACK-90: a header that the request has already is replaced, and a system of one text is a block', () => {
    const old = probeRequest('m', ['x-anthropic-billing-header: cc_version=1;', 'Be brief.']);
    expect(withHeader(old, 'new').system).toMatchObject([{ text: 'new' }, { text: 'Be brief.' }]);
    expect(withHeader({ ...old, system: 'Plain' }, undefined).system).toEqual([{ type: 'text', text: 'Plain' }]);
    expect(withHeader({ model: 'm', max_tokens: 1, messages: [] }, 'h').system).toEqual([{ type: 'text', text: 'h' }]);
  });
});
