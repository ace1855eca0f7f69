import { describe, expect, it } from 'vitest';
import type { BackendEvent } from '@/lib/backends/backend.ts';
import { applyEvent, isRunning, type Run, replyContent } from './run.ts';
import { sampleRun } from './run-sample.ts';

/** A run after these events, one each 10 ms after it was sent. */
const runAfter = (...events: readonly BackendEvent[]): Run => {
  const run = sampleRun({ sentAt: 1000 });
  return events.reduce((each, event, index) => applyEvent(each, event, 1010 + index * 10), run);
};
const start: BackendEvent = { type: 'message-start', at: 5, messageId: 'msg_1' };
const words = (text: string): BackendEvent => ({ type: 'text-delta', text, at: 5 });
const failure = (code: 'stopped' | 'stream-cut'): BackendEvent => ({
  type: 'failure',
  failure: { code, message: 'It ended.' },
  at: 5,
});

describe('a run', () => {
  it('RUN-3 waits until the reply begins, streams, and is done', () => {
    expect(runAfter({ type: 'request-start', at: 5 })).toEqual(sampleRun({ sentAt: 1000 }));
    expect(runAfter(start)).toMatchObject({ status: 'streaming', respondedAt: 1010 });
    const done = runAfter(start, words('Hel'), words('lo'), { type: 'message-end', at: 5, stopReason: 'end_turn' });
    expect(done).toMatchObject({ status: 'done', text: 'Hello', stopReason: 'end_turn' });
    expect([runAfter(), runAfter(start), done].map(isRunning)).toEqual([true, true, false]);
  });

  it("RUN-3 has the page's own times, the first token's but once", () => {
    const done = runAfter(start, words('a'), words('b'), { type: 'message-end', at: 5, stopReason: undefined });
    expect(done).toMatchObject({ sentAt: 1000, respondedAt: 1010, firstTokenAt: 1020, endedAt: 1040 });
    expect(done).not.toHaveProperty('stopReason');
  });

  it('RUN-3 takes the last report of usage whole', () => {
    const first: BackendEvent = { type: 'usage-report', usage: { inputTokens: 3, outputTokens: 1 } };
    const last: BackendEvent = { type: 'usage-report', usage: { inputTokens: 3, outputTokens: 40 } };
    expect(runAfter(start, first, last).reported).toEqual({ inputTokens: 3, outputTokens: 40 });
  });

  it('RUN-5 keeps what has come when it is stopped or fails', () => {
    expect(runAfter(start, words('Hel'), failure('stopped'))).toMatchObject({ status: 'stopped', text: 'Hel' });
    const failed = runAfter(start, words('Hel'), failure('stream-cut'));
    expect(failed).toMatchObject({ status: 'failed', text: 'Hel', endedAt: 1030, failure: { code: 'stream-cut' } });
    expect(isRunning(failed)).toBe(false);
  });
});

describe('the blocks of a reply', () => {
  const thinking = { type: 'thinking', thinking: 'Hm.', signature: 's' } as const;
  const call = { type: 'tool_use', id: 't', name: 'Read', input: {} } as const;

  it('RUN-12 stand between the words of the reply as they came', () => {
    const run = runAfter(start, { type: 'content-block', block: thinking }, words('I read'), words(' it.'), {
      type: 'content-block',
      block: call,
    });
    expect(replyContent(run)).toEqual([thinking, { type: 'text', text: 'I read it.' }, call]);
    expect(run.firstTokenAt).toBe(1020);
  });

  it('RUN-12 are none in a reply of text', () => expect(replyContent(runAfter(start, words('Hello')))).toBeUndefined());
});
