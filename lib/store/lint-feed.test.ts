import { describe, expect, it } from 'vitest';
import { createAnalysisFeed } from './analysis-feed.ts';
import { createCountTable } from './count-table.ts';
import { createLintFeed } from './lint-feed.ts';
import { quarterCount, sampleWorkbench } from './workbench-sample.ts';

/** A workbench whose linter looks when it is let. */
function start() {
  const sample = sampleWorkbench();
  const counter = { request: async (texts: readonly string[]) => texts.map(quarterCount), dispose: () => undefined };
  const feed = createAnalysisFeed(sample.workbench, { clock: sample.clock, counter, table: createCountTable() });
  let rests: (() => void)[] = [];
  const idle = () => new Promise<void>((resolve) => rests.push(resolve));
  const lint = createLintFeed(sample.workbench, feed, { idle });
  const rest = async () => {
    await feed.settled();
    const due = rests;
    rests = [];
    for (const resolve of due) resolve();
    await import('@/lib/store/lint/lint-document.ts');
    await new Promise((resolve) => setTimeout(resolve, 20));
    return due.length;
  };
  const codes = () => lint.store.getState().findings?.map(({ code }) => code);
  return { ...sample, feed, lint, rest, codes };
}

describe('the lint feed', () => {
  it('LINT-19 looks only when the page rests, and at the newest request alone', async () => {
    const { edit, rest, codes, feed, workbench } = start();
    await feed.settled();
    expect(codes()).toBeUndefined();
    await rest();
    const before = codes();
    expect(before).toBeDefined();
    edit({ flags: { ...workbench.getState().history.present.flags, NATIVE_CLIENT_ATTESTATION: true } });
    await feed.settled();
    workbench.getState().setKeepsHeader(true);
    await feed.settled();
    expect(codes()).toEqual(before);
    await rest();
    expect(codes()).toContain('CL115');
  });

  it('LINT-19 looks no more when it is over', async () => {
    const { rest, codes, lint } = start();
    lint.dispose();
    await rest();
    expect(codes()).toBeUndefined();
  });
});
