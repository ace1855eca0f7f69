import { describe, expect, it, vi } from 'vitest';
import type { BackendEvent, BackendEvents } from '@/lib/backends/backend.ts';
import type { SendBody, SendCall, SendClient } from '@/lib/backends/send-client.ts';
import { clearedDocument } from '@/lib/document/edit-conversation.ts';
import { COMPACTION_PROMPT } from '@/lib/prompt/compaction.ts';
import { createAnalysisFeed } from './analysis-feed.ts';
import { createCountTable } from './count-table.ts';
import { createSender } from './send-run.ts';
import { heldCounter, quarterCount, sampleWorkbench } from './workbench-sample.ts';

const START: BackendEvent = { type: 'message-start', at: 1, messageId: 'msg_1' };
const HELLO: BackendEvent = { type: 'text-delta', text: 'Hello', at: 2 };
const END: BackendEvent = { type: 'message-end', at: 3, stopReason: 'end_turn' };
const STOPPED: BackendEvent = { type: 'failure', failure: { code: 'stopped', message: 'You stopped it.' }, at: 3 };

/** A workbench with a backend that says what `reply` says. */
function start(reply: (body: SendBody, call: SendCall) => BackendEvents) {
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

async function* whole(): AsyncGenerator<readonly BackendEvent[]> {
  yield [START, HELLO, END];
}

/** A reply that begins, and goes on only when it is let. */
function heldReply() {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  async function* reply(_: SendBody, { signal }: SendCall): AsyncGenerator<readonly BackendEvent[]> {
    yield [START, HELLO];
    const aborted = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve());
    });
    await Promise.race([gate, aborted]);
    yield [signal.aborted ? STOPPED : END];
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
      yield [START, HELLO];
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

describe('several backends', () => {
  const LOCAL = { id: 'local', name: 'Local', kind: 'llamacpp', key: 'none', models: ['m'] } as const;
  const EMULATOR = { id: 'emulator', name: 'Emulator', kind: 'emulator', key: 'none' } as const;

  it('BACK-95: each gets the request with a model of its own, and is a request of the session with its own prediction', async () => {
    for (const inTurn of [false, true]) {
      const { sender, workbench, calls } = start(whole);
      workbench.setState({ backends: [EMULATOR, LOCAL] });
      const { model } = workbench.getState().history.present;
      expect(await sender.sendTo([EMULATOR, LOCAL], inTurn)).toEqual(new Map());
      expect(calls.map(({ body }) => [body.backend, body.request.model])).toEqual([
        ['emulator', model],
        ['local', 'm'],
      ]);
      const { runs } = workbench.getState();
      expect(runs.map(({ number, backend, status }) => [number, backend, status])).toEqual([
        [1, 'emulator', 'done'],
        [2, 'local', 'done'],
      ]);
      expect(runs[1]?.prediction.usage.cacheCreation5mTokens).toBe(0);
      expect(workbench.getState().history.present.backend).toBe('emulator');
    }
  });

  it('BACK-95: all at once, or one after the other; Stop ends all', async () => {
    for (const inTurn of [false, true]) {
      const { reply } = heldReply();
      const { sender, workbench, calls } = start(reply);
      workbench.setState({ backends: [EMULATOR, LOCAL] });
      const sent = sender.sendTo([EMULATOR, LOCAL], inTurn);
      const streaming = () => workbench.getState().runs.filter(({ text }) => text !== '');
      await vi.waitFor(() => expect(streaming()).toHaveLength(inTurn ? 1 : 2));
      sender.stop();
      await sent;
      expect(workbench.getState().runs.every(({ status }) => status === 'stopped')).toBe(true);
      expect(calls).toHaveLength(inTurn ? 1 : 2);
    }
  });

  it('BACK-71: a server of one’s own is named in each call to it, and in no run', async () => {
    const { sender, workbench, calls, edit } = start(whole);
    const server = { name: 'Mine', kind: 'llamacpp', baseUrl: 'http://127.0.0.1:9999' } as const;
    const id = workbench.getState().declareServer(server, []);
    edit({ backend: id });
    await sender.send();
    expect(calls[0]?.body.server).toEqual(server);
    expect(JSON.stringify(workbench.getState().runs)).not.toContain('9999');
  });
});

async function* saying(text: string): AsyncGenerator<readonly BackendEvent[]> {
  yield [START, { type: 'text-delta', text, at: 2 }, END];
}

describe('session mode', () => {
  const systemOf = (body: SendBody | undefined) => JSON.stringify(body?.request.system);

  it('SESSION-1: sends what the first request memoised, until a clear', async () => {
    const { sender, workbench, calls, feed } = start(whole);
    const { setMode, edit, release } = workbench.getState();
    setMode('session');
    await sender.send();
    edit('Edit', (document) => ({
      ...document,
      sections: document.sections.map((each) => (each.kind === 'volatile' ? each : { ...each, text: 'Brand new.' })),
    }));
    await sender.send();
    expect(systemOf(calls[1]?.body)).toBe(systemOf(calls[0]?.body));
    expect((await feed.settled()).pending?.size).toBeGreaterThan(3);
    release('Clear', clearedDocument);
    await sender.send();
    expect(systemOf(calls[2]?.body)).toContain('Brand new.');
    expect((await feed.settled()).pending?.size).toBe(0);
  });

  it('SESSION-8: switching to it holds what the last request was made from', async () => {
    const { sender, workbench, feed, edit } = start(whole);
    await sender.send();
    edit({ gitStatus: { ...workbench.getState().history.present.gitStatus, branch: 'elsewhere' } });
    expect((await feed.settled()).pending).toBeUndefined();
    workbench.getState().setMode('session');
    expect([...((await feed.settled()).pending?.keys() ?? [])]).toEqual(['git-status']);
    workbench.getState().newSession();
    expect(workbench.getState().held).toEqual({ mode: 'session', documents: [], oneHourTtl: undefined });
  });

  it('SESSION-9: a clear empties the conversation; undo brings it back, and a preset lets go as well', async () => {
    const { sender, workbench } = start(whole);
    workbench.getState().setMode('session');
    await sender.send();
    const before = workbench.getState().history.present;
    workbench.getState().release('Clear', clearedDocument);
    expect(workbench.getState().history.present).toEqual({ ...before, conversation: [] });
    workbench.getState().undo();
    expect(workbench.getState().history.present).toBe(before);
    expect(workbench.getState().held.documents).toEqual([]);
    await sender.send();
    expect(workbench.getState().held.documents).toHaveLength(1);
    workbench.getState().open(before, 'Open preset');
    expect(workbench.getState().held.documents).toEqual([]);
  });

  it('SESSION-15: a tick goes in the place of what is being typed, which stays', async () => {
    const { sender, workbench, calls } = start(whole);
    const { draft } = workbench.getState().history.present;
    await sender.send('<tick>08:15:00</tick>');
    const last = calls[0]?.body.request.messages.at(-1);
    expect(last?.content).toMatchObject([{ text: '<tick>08:15:00</tick>' }]);
    expect(workbench.getState().history.present.draft).toBe(draft);
  });
});

describe('compaction', () => {
  it('SESSION-11, SESSION-13: asks for a summary, which takes the place of the turns; undo brings them back', async () => {
    const { sender, workbench, calls } = start(() => saying('<analysis>x</analysis><summary>All of it.</summary>'));
    workbench.getState().setMode('session');
    await sender.send();
    const before = workbench.getState().history.present;
    await sender.compact();
    const { request } = calls[1]?.body ?? {};
    expect(request?.max_tokens).toBe(8192);
    expect(request?.system).toEqual(calls[0]?.body.request.system);
    expect(request?.messages.at(-1)).toMatchObject({ role: 'user', content: [{ text: COMPACTION_PROMPT }] });
    const state = workbench.getState();
    expect(state.history.present.conversation).toMatchObject([
      { role: 'user', text: expect.stringMatching(/All of it\.$/) },
    ]);
    expect(state.history.present.draft).toBe(before.draft);
    expect(state.held.documents).toEqual([]);
    expect(state.runs[1]?.compaction?.turns).toBe(before.conversation.length);
    expect(state.runs[1]?.compaction?.tokens).toBeGreaterThan(100);
    state.undo();
    expect(workbench.getState().history.present).toBe(before);
  });

  it.each([
    ['fails', () => saying('<summary>broken')],
    ['says nothing', () => silent()],
    ['is cut', () => cut()],
  ])('SESSION-13: leaves all as it was when it %s', async (_, reply) => {
    const { sender, workbench } = start(reply as () => BackendEvents);
    const { history, held } = workbench.getState();
    await sender.compact();
    expect(workbench.getState().history).toBe(history);
    expect(workbench.getState().held).toBe(held);
  });

  it('SESSION-13: leaves all as it was when it is stopped, or the conversation changes meanwhile', async () => {
    const stopped = heldReply();
    const first = start(stopped.reply);
    const { history } = first.workbench.getState();
    const compacting = first.sender.compact();
    await untilText(first.workbench);
    first.sender.stop();
    await compacting;
    expect(first.workbench.getState().history).toBe(history);

    const { reply, letGo } = heldReply();
    const second = start(reply);
    const other = second.sender.compact();
    await untilText(second.workbench);
    second.edit({ conversation: [] });
    letGo();
    await other;
    expect(second.workbench.getState().history.present.conversation).toEqual([]);
    expect(second.workbench.getState().announcements).toMatchObject([
      { message: expect.stringMatching(/has changed/) },
    ]);
  });

  it('SESSION-13: does nothing without a conversation, and says what would be refused', async () => {
    const { sender, calls, workbench, edit } = start(whole);
    edit({ conversation: [] });
    await sender.compact();
    edit({
      conversation: [{ id: 't', role: 'user', text: 'Hi' }],
      tools: [
        { ...TOOL, id: 'a' },
        { ...TOOL, id: 'b' },
      ],
    });
    await sender.compact();
    expect(calls).toEqual([]);
    expect(workbench.getState().announcements).toHaveLength(1);
  });
});

async function* silent(): AsyncGenerator<readonly BackendEvent[]> {
  yield [START, END];
}

async function* cut(): AsyncGenerator<readonly BackendEvent[]> {
  yield [START, HELLO];
}

const TOOL = { name: 'Same', description: 'Two of one name.', inputSchema: '{"type":"object"}', enabled: true, id: '' };
