import { describe, expect, it } from 'vitest';
import type { DemoRequest } from '@/lib/backends/connection/header-demo.ts';
import { describeDemo } from './describe-demo.ts';
import { demoBars } from './header-chart-geometry.ts';

const SCALE = { width: 520, height: 100, count: 5 };
const sent = (series: DemoRequest['series'], read: number | undefined, computed: number | undefined, ms?: number) => ({
  series,
  read,
  computed,
  firstTokenAfter: ms,
});
const all = [
  ...Array.from({ length: 5 }, () => sent('changing', 0, 1000, 800)),
  sent('off', 0, 1000, 790),
  ...Array.from({ length: 4 }, () => sent('off', 990, 10, 40)),
];

describe('the chart of the header', () => {
  it('BACK-92: has a place for each of ten requests, side by side in two groups, inside its width', () => {
    const bars = demoBars(all, SCALE);
    expect(bars.map(({ id }) => id).slice(3, 7)).toEqual(['changing-4', 'changing-5', 'off-1', 'off-2']);
    for (const [index, { x, width }] of bars.entries()) {
      const next = bars[index + 1];
      expect(x + width).toBeLessThanOrEqual((next?.x ?? SCALE.width) + 1e-9);
    }
    expect((bars[5]?.x ?? 0) - (bars[4]?.x ?? 0) - (bars[4]?.width ?? 0)).toBeCloseTo(28);
  });

  it('BACK-92: stacks read and computed to the whole prompt, and times on a scale of their own', () => {
    const [first, , , , , , warm] = demoBars(all, SCALE);
    expect(first).toMatchObject({ read: { height: 0 }, computed: { y: 0, height: 100 }, time: { y: 0, height: 100 } });
    expect(warm?.read?.height).toBeCloseTo(99);
    expect(warm?.time?.height).toBeCloseTo(5);
  });

  it('BACK-92: draws nothing for what was not reported', () => {
    const [bar] = demoBars([sent('off', undefined, undefined)], SCALE);
    expect(bar).toMatchObject({ read: undefined, computed: undefined, time: undefined });
  });

  it('BACK-92: says in words what it shows, and only what was measured', () => {
    expect(describeDemo(all)).toBe(
      'With the header changing, 1,000 tokens were computed again for each request after the first, and the first token took 800 ms. With it off, 10 tokens were, and it took 40 ms.',
    );
    const silent = all.map(({ series, firstTokenAfter }) => sent(series, undefined, undefined, firstTokenAfter));
    expect(describeDemo(silent)).toBe(
      'The server does not report what it read. With the header changing, the first token took 800 ms for each request after the first; with it off, 40 ms.',
    );
    expect(describeDemo(all.slice(0, 6))).toBeUndefined();
  });
});
