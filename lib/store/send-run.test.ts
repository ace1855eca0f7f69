import { describe, expect, it } from 'vitest';
import type { BackendEvent } from '@/lib/backends/backend.ts';
import type { SendBody, SendCall, SendClient } from '@/lib/backends/send-client.ts';
import { createAnalysisFeed } from './analysis-feed.ts';
import { createCountTable } from './count-table.ts';
import { createSender } from './send-run.ts';
import { heldCounter, quarterCount, sampleWorkbench } from './workbench-sample.ts';

const START: BackendEvent = { type: 'message-start', at: 1, messageId: 'msg_1' };
const HELLO: BackendEvent = { type: 'text-delta', text: 'Hello', at: 2 };
const END: BackendEvent = { type: 'message-end', at: 3, stopReason: 'end_turn' };
const STOPPED: BackendEvent = { type: 'failure', failure: { code: 'stopped', message: 'You stopped it.' }, at: 3 };

/** A workbench with a backend that says what `reply` says. */
function start(reply: (body: SendBody, call: SendCall) => AsyncIterable<BackendEvent>) {
  const sample = sampleWorkbench();
  const { workbench, clock, newId } = sample;
  const calls: { readonly body: SendBody; readonly call: SendCall }[] = [];
  const client: SendClient = {
    send: (body, call) => {
      calls.push({ body, call });
      return reply(body, call);
    },
    countTokens: () => Promise.reject(new Error('Nobody asks for this.')),
  };
  const counter = { request: async (texts: readonly string[]) => texts.map(quarterCount), dispose: () => undefined };
  const feed = createAnalysisFeed(workbench, { clock, counter, table: createCountTable() });
  return { ...sample, feed, calls, sender: createSender(workbench, feed, { clock, newId, client }) };
}

async function* whole(): AsyncGenerator<BackendEvent> {
  yield* [START, HELLO, END];
}

/** A reply that begins, and goes on only when it is let. */
function heldReply() {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  async function* reply(_: SendBody, { signal }: SendCall): AsyncGenerator<BackendEvent> {
    yield* [START, HELLO];
    const aborted = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve());
    });
    await Promise.race([gate, aborted]);
    yield signal.aborted ? STOPPED : END;
  }
  return { reply, letGo: () => letGo() };
}

const untilText = (workbench: ReturnType<typeof start>['workbench']) =>
  new Promise<void>((resolve) => {
    const stop = workbench.subscribe(({ runs }) => {
      if (runs.at(-1)?.text === '') return;
      stop();
      resolve();
    });
  });

describe('sending', () => {
  it('RUN-1 sends the request as it stands, and keeps what was predicted for it', async () => {
    const { sender, workbench, feed, calls, edit } = start(whole);
    edit({ draft: 'The last word' });
    await sender.send();
    const { request } = calls[0]?.body ?? {};
    expect(JSON.stringify(request)).toContain('The last word');
    const [run] = workbench.getState().runs;
    const analysis = await feed.settled();
    expect(run).toMatchObject({
      number: 1,
      status: 'done',
      text: 'Hello',
      request,
      totalTokens: analysis.total.tokens,
    });
    expect(run?.finalKey).toBe(analysis.chain.positions.at(-1)?.key);
    expect(run?.prediction.usage.cacheReadTokens).toBe(0);
  });

  it('RUN-1 predicts that the second of two equal requests reads what the first one wrote', async () => {
    const { sender, workbench, pass } = start(whole);
    await sender.send();
    pass(1000);
    await sender.send();
    const [first, second] = workbench.getState().runs.map(({ prediction }) => prediction.usage);
    expect(first?.cacheCreation5mTokens).toBeGreaterThan(1000);
    expect(second).toMatchObject({ cacheReadTokens: first?.cacheCreation5mTokens, cacheCreation5mTokens: 0 });
  });

  it('RUN-2 sends nothing while a request is under way', async () => {
    const { reply, letGo } = heldReply();
    const { sender, workbench, calls } = start(reply);
    const sent = sender.send();
    await untilText(workbench);
    await sender.send();
    expect(calls).toHaveLength(1);
    letGo();
    await sent;
    expect(workbench.getState().runs.map(({ status }) => status)).toEqual(['done']);
  });

  it('RUN-2 sends nothing that would be refused', async () => {
    const { sender, workbench, calls, edit } = start(whole);
    edit({
      conversation: [],
      draft: '',
      memoryFiles: [],
      tools: [
        { ...TOOL, id: 'a' },
        { ...TOOL, id: 'b' },
      ],
    });
    await sender.send();
    expect(calls).toEqual([]);
    expect(workbench.getState().runs).toEqual([]);
  });

  it('RUN-4 says that a reply ended too early, and keeps what had come', async () => {
    const { sender, workbench } = start(async function* () {
      yield* [START, HELLO];
    });
    await sender.send();
    expect(workbench.getState().runs).toMatchObject([
      { status: 'failed', text: 'Hello', failure: { code: 'stream-cut' } },
    ]);
  });

  it('RUN-5 stops, and can send again', async () => {
    const { reply } = heldReply();
    const { sender, workbench, calls } = start(reply);
    const sent = sender.send();
    await untilText(workbench);
    sender.stop();
    await sent;
    expect(workbench.getState().runs).toMatchObject([{ status: 'stopped', text: 'Hello' }]);
    const again = sender.send();
    await untilText(workbench);
    sender.stop();
    await again;
    expect(calls).toHaveLength(2);
    expect(workbench.getState().runs.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('RUN-7 lets go of a reply when its session is over', async () => {
    const { reply, letGo } = heldReply();
    const { sender, workbench, calls } = start(reply);
    const sent = sender.send();
    await untilText(workbench);
    workbench.getState().newSession();
    letGo();
    await sent;
    expect(workbench.getState().runs).toEqual([]);
    expect(calls[0]?.call.signal.aborted).toBe(true);
  });

  it("RUN-8 sends the visitor's key to its own backend only, and keeps it out of the run", async () => {
    const { sender, workbench, calls } = start(whole);
    workbench.getState().setVisitorKey('anthropic', 'sk-of-mine');
    await sender.send();
    workbench.getState().edit('Choose backend', (document) => ({ ...document, backend: 'anthropic' }));
    await sender.send();
    expect(calls.map(({ call }) => call.visitorKey)).toEqual([undefined, 'sk-of-mine']);
    expect(JSON.stringify(workbench.getState().runs)).not.toContain('sk-of-mine');
  });

  it('RUN-1 waits for counts that are under way', async () => {
    const { workbench, clock, newId } = sampleWorkbench();
    const { counter, answer } = heldCounter();
    const feed = createAnalysisFeed(workbench, { clock, counter, table: createCountTable() });
    const client = { send: whole } as unknown as SendClient;
    const sent = createSender(workbench, feed, { clock, newId, client }).send();
    await Promise.resolve();
    expect(workbench.getState().runs).toEqual([]);
    await answer();
    await sent;
    expect(workbench.getState().runs).toHaveLength(1);
    feed.dispose();
  });
});

const TOOL = { name: 'Same', description: 'Two of one name.', inputSchema: '{"type":"object"}', enabled: true, id: '' };
