import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { FLAGS } from '@/lib/prompt/flag.ts';
import { flipFlag } from '@/lib/store/analysis/flag-effect.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import { createCountTable } from './count-table.ts';
import { createFlagEffectFeed } from './flag-effect-feed.ts';
import { createWorkbenchStore } from './workbench-store.ts';

const letters = ({ length }: string): TokenCount => ({ tokens: length, low: length, high: length, method: 'estimate' });

function start() {
  const { document } = PRESETS[0];
  const workbench = createWorkbenchStore(document, { clock: () => 0, newId: () => 'id', backends: [] });
  let idles = 0;
  const feed = createFlagEffectFeed(workbench, {
    counter: { request: async (texts) => texts.map(letters), dispose: () => undefined },
    table: createCountTable(),
    idle: async () => {
      idles += 1;
    },
  });
  const settled = () =>
    new Promise<void>((resolve) => {
      const stop = feed.store.subscribe(({ document: known }) => {
        if (known !== workbench.getState().history.present) return;
        stop();
        resolve();
      });
    });
  return { workbench, feed, settled, document, idles: () => idles };
}

describe('the feed of flag effects', () => {
  it('computes nothing until it is watched, then every flag, each in an idle moment', async () => {
    const { feed, settled, idles } = start();
    await Promise.resolve();
    expect([feed.store.getState().tokens.size, idles()]).toEqual([0, 0]);
    const done = settled();
    feed.watch();
    await done;
    expect(feed.store.getState().tokens.size).toBe(FLAGS.length);
    expect(feed.store.getState().tokens.get('VOICE_MODE')).toBeGreaterThan(100);
    expect(idles()).toBeGreaterThanOrEqual(FLAGS.length);
  });

  it('starts again when the document changes, even half-way', async () => {
    const { workbench, feed, settled } = start();
    feed.watch();
    await Promise.resolve();
    const done = settled();
    workbench.getState().edit('flip', (document) => flipFlag(document, 'COORDINATOR_MODE'));
    await done;
    expect(feed.store.getState().tokens.get('tengu_coordinator')).not.toBe(0);
  });

  it('stops when nobody watches, and goes on when somebody does again', async () => {
    const { feed, settled } = start();
    feed.watch()();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(feed.store.getState().tokens.size).toBe(0);
    const done = settled();
    feed.watch();
    await done;
    expect(feed.store.getState().tokens.size).toBe(FLAGS.length);
  });
});
