import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import { createAnalysisFeed } from './analysis-feed.ts';
import { createCountCorrections } from './count-corrections.ts';
import { createCountTable } from './count-table.ts';
import { learnFromRuns } from './learn-from-runs.ts';
import type { Run } from './run.ts';
import { inputUsage, sampleRun } from './run-sample.ts';
import { createSender } from './send-run.ts';
import { sampleWorkbench } from './workbench-sample.ts';

const FACTOR = 1.04;
const MODEL = PRESETS[0].document.model;

/** A token for each four characters, give or take a tenth. */
function estimate({ length }: string): TokenCount {
  const tokens = Math.ceil(length / 4);
  return { tokens, low: Math.floor(tokens * 0.9), high: Math.ceil(tokens * 1.1), method: 'estimate' };
}

/** A workbench on two backends, of which each says that a request has 1.04 times the tokens of the estimate. */
function start(change: Partial<Document> = {}) {
  const sample = sampleWorkbench();
  const { workbench, clock, newId, edit } = sample;
  workbench.setState({
    backends: [
      { id: 'emulator', name: 'Emulator', kind: 'emulator', key: 'none' },
      { id: 'anthropic', name: 'Anthropic', kind: 'anthropic', key: 'server' },
    ],
  });
  edit({ backend: 'anthropic', ...change });
  const corrections = createCountCorrections();
  const counter = { request: async (texts: readonly string[]) => texts.map(estimate), dispose: () => undefined };
  const feed = createAnalysisFeed(workbench, { clock, counter, table: createCountTable(), corrections });
  const sender = createSender(workbench, feed, {
    clock,
    newId,
    client: {
      async *send() {
        const total = workbench.getState().runs.at(-1)?.estimatedTokens ?? 0;
        const usage = { ...inputUsage({ inputTokens: Math.round(total * FACTOR) }), outputTokens: 3 };
        yield [
          { type: 'message-start', at: 1, messageId: 'msg_1' },
          { type: 'usage-report', usage },
          { type: 'message-end', at: 3, stopReason: 'end_turn' },
        ];
      },
      countTokens: () => Promise.reject(new Error('Nobody asks for this.')),
    },
  });
  const stop = learnFromRuns(workbench, corrections);
  return { ...sample, corrections, feed, sender, stop, known: () => corrections.store.getState().calibration };
}

describe('learning from runs', () => {
  it('TOKEN-34 makes the next prediction meet the report, and says how much surer it is', async () => {
    const { sender, feed, workbench } = start();
    const before = await feed.settled();
    await sender.send();
    const after = await feed.settled();
    const reported = workbench.getState().runs[0]?.reported?.inputTokens ?? 0;
    expect(before.total.tokens).toBeLessThan(reported * 0.97);
    expect(Math.abs(after.total.tokens / reported - 1)).toBeLessThan(0.005);
    expect(after.total.high - after.total.low).toBeLessThan((before.total.high - before.total.low) * 0.8);
  });

  it('TOKEN-34 always learns from the uncalibrated estimate, so that a factor does not feed on itself', async () => {
    const { sender, known, workbench } = start();
    for (let time = 0; time < 3; time += 1) await sender.send();
    const [first, , third] = workbench.getState().runs;
    expect(third?.estimatedTokens).toBe(first?.estimatedTokens);
    expect(third?.totalTokens).toBeGreaterThan(first?.totalTokens ?? 0);
    const { reported, estimated, runs } = known()[MODEL] ?? { reported: 0, estimated: 1, runs: 0 };
    expect(runs).toBe(3);
    expect(reported / estimated).toBeCloseTo(FACTOR, 4);
  });

  it('TOKEN-34 learns nothing from the emulator, and corrects nothing that is predicted for it', async () => {
    const { sender, known, feed, edit, corrections } = start({ backend: 'emulator' });
    const { total } = await feed.settled();
    await sender.send();
    expect(known()).toEqual({});
    corrections.learn(MODEL, 1000, 1500);
    corrections.addExact(MODEL, new Map([[PRESETS[0].document.draft, 1]]));
    expect((await feed.settled()).total).toEqual(total);
    edit({ backend: 'anthropic' });
    expect((await feed.settled()).total.tokens).toBeGreaterThan(total.tokens * 1.4);
  });

  it('TOKEN-34 learns from each run once, and only when its whole input was reported', () => {
    const { workbench, known } = start();
    const run: Run = sampleRun({ backend: 'anthropic', model: 'm', estimatedTokens: 100 });
    const end = (change: Partial<Run>) => {
      const { putRun } = workbench.getState();
      const ended: Run = { ...run, status: 'done', endedAt: run.sentAt + 1, ...change };
      putRun({ ...run, id: ended.id });
      putRun(ended);
      putRun({ ...ended, text: 'again' });
    };
    end({ id: 'a', reported: { inputTokens: 90 } });
    end({ id: 'b' });
    const { estimatedTokens: _, ...old } = run;
    workbench.getState().putRun(old);
    workbench.getState().putRun({ ...old, endedAt: 5, reported: inputUsage({ inputTokens: 90 }) });
    expect(known()).toEqual({});
    end({ id: 'c', reported: { ...inputUsage({ inputTokens: 40, cacheReadTokens: 70 }) } });
    expect(known()).toEqual({ m: { reported: 110, estimated: 100, runs: 1 } });
  });

  it('TOKEN-34 learns nothing a second time from a log that is restored, and nothing when stopped', () => {
    const { workbench, known, stop } = start();
    const usage = inputUsage({ inputTokens: 110 });
    const run = sampleRun({ backend: 'anthropic', model: 'm', estimatedTokens: 100 });
    const ended: Run = { ...run, status: 'done', endedAt: 5, reported: usage };
    workbench.getState().restore(undefined, { session: 's', runs: [ended] });
    expect(known()).toEqual({});
    stop();
    workbench.getState().putRun({ ...run, id: 'z' });
    workbench.getState().putRun({ ...ended, id: 'z' });
    expect(known()).toEqual({});
  });
});
