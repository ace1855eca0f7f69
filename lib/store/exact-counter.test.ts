import { describe, expect, it } from 'vitest';
import { BACKEND_KINDS, type BackendFamily, type BackendKind } from '@/lib/backends/backend-kind.ts';
import type { SendBody, SendCall } from '@/lib/backends/send-client.ts';
import { changeSection } from '@/lib/document/edit-sections.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import type { Failure } from '@/lib/errors.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';
import { createAnalysisFeed } from './analysis-feed.ts';
import { createCountCorrections } from './count-corrections.ts';
import { createCountTable } from './count-table.ts';
import { canCountExactly, createExactCounter } from './exact-counter.ts';
import { hasMark, providerCount } from './exact-sample.ts';
import { sampleWorkbench } from './workbench-sample.ts';

const LIMIT: Failure = { code: 'backend-rate-limited', message: 'Too many.', retryAfterSeconds: 3 };
const REFUSED: Failure = { code: 'backend-refused-key', message: 'The key was refused.' };

const estimate = ({ length }: string): TokenCount => {
  const tokens = Math.ceil(length / 4);
  return { tokens, low: tokens - 1, high: tokens + 1, method: 'estimate' };
};

/** A workbench on a backend that counts as `reply` says, else in a way of its own. */
function start(
  reply: (body: SendBody, time: number) => Result<number> | undefined = () => undefined,
  { kind, model }: { kind: BackendKind; model: string } = { kind: 'anthropic', model: PRESETS[0].document.model },
) {
  const sample = sampleWorkbench({ ...PRESETS[0].document, backend: 'anthropic', model });
  const { workbench, clock } = sample;
  workbench.setState({
    backends: [{ id: 'anthropic', name: 'Anthropic', kind, key: 'visitor' }],
    visitorKeys: { anthropic: 'sk-of-mine' },
  });
  const corrections = createCountCorrections();
  const request = async (texts: readonly string[]) => texts.map(estimate);
  const feed = createAnalysisFeed(workbench, {
    clock,
    counter: { request, dispose: () => undefined },
    table: createCountTable(),
    corrections,
  });
  const asked: SendBody[] = [];
  const calls: SendCall[] = [];
  const waited: number[] = [];
  const counter = createExactCounter(workbench, feed, corrections, {
    wait: async (milliseconds) => void waited.push(milliseconds),
    client: {
      countTokens: async (body, call) => {
        const time = asked.push(body);
        calls.push(call);
        await Promise.resolve();
        return reply(body, time) ?? success(providerCount(body.request));
      },
    },
  });
  return { ...sample, corrections, feed, counter, asked, calls, waited, state: counter.store.getState };
}

describe('counting exactly', () => {
  it("TOKEN-42 puts the provider's figures in the place of the estimates, until they add up to its own total", async () => {
    const { counter, feed, asked, state } = start();
    const { total } = await feed.settled();
    expect(total.method).toBe('estimate');
    await counter.start();
    const after = await feed.settled();
    expect(after.blocks.filter(({ key }) => key).every(({ count }) => count.method === 'exact')).toBe(true);
    const sum = providerCount(after.built.request);
    expect(after.total).toEqual({ tokens: sum, low: sum, high: sum, method: 'exact' });
    expect(asked.some(hasMark)).toBe(false);
    expect(state()).toEqual({
      isCounting: false,
      done: asked.length,
      total: asked.length,
      waiting: undefined,
      failure: undefined,
    });
  });

  it('TOKEN-44 asks nothing again, and after an edit only for the block and the one in front of it', async () => {
    const { counter, feed, asked, workbench } = start();
    await counter.start();
    const first = asked.length;
    await counter.start();
    expect(asked).toHaveLength(first);
    workbench
      .getState()
      .edit('Edit', (document) => changeSection(document, 'doing_tasks', { text: 'Something else.' }));
    expect((await feed.settled()).total.method).toBe('estimate');
    await counter.start();
    expect(asked.length - first).toBe(1);
    const { total, built } = await feed.settled();
    expect(total).toMatchObject({ method: 'exact', tokens: providerCount(built.request) });
    workbench.getState().undo();
    expect((await feed.settled()).total.method).toBe('exact');
  });

  it('TOKEN-46 waits at a rate limit and goes on; TOKEN-47 says so, and how far it has come', async () => {
    const { counter, waited, feed, state, asked } = start((_, time) => (time === 5 ? failed(LIMIT) : undefined));
    const seen: string[] = [];
    counter.store.subscribe(({ done, total, waiting }) => seen.push(`${done} of ${total}, ${waiting}`));
    await counter.start();
    expect(waited).toEqual([3000]);
    expect(seen.some((each) => each.endsWith(', 3'))).toBe(true);
    expect(seen).toContain(`7 of ${asked.length - 1}, undefined`);
    expect(state().failure).toBeUndefined();
    expect((await feed.settled()).total.method).toBe('exact');
  });

  it('TOKEN-47 ends with the failure in words, keeps what was counted, and goes on from there', async () => {
    let isRefused = true;
    const { counter, asked, state, feed } = start((_, time) => (time > 9 && isRefused ? failed(REFUSED) : undefined));
    await counter.start();
    expect(state()).toMatchObject({ isCounting: false, failure: REFUSED });
    const methods = (await feed.settled()).blocks.map(({ count }) => count.method);
    expect(new Set(methods)).toContain('exact');
    expect(new Set(methods)).toContain('estimate');
    const { total, done } = state();
    isRefused = false;
    const before = asked.length;
    await counter.start();
    expect(asked.length - before).toBe(total - done);
    expect(state()).toMatchObject({ failure: undefined });
  });

  it('TOKEN-47 stops when told, which is no failure', async () => {
    const { counter, calls, asked, state } = start((_, time) => {
      if (time === 4) counter.stop();
      return undefined;
    });
    await counter.start();
    expect(asked.length).toBeLessThan(6);
    expect(calls.at(-1)?.signal.aborted).toBe(true);
    expect(state()).toMatchObject({ isCounting: false, failure: undefined });
  });

  it('TOKEN-48 asks with the key of the backend, and only one that counts for itself and has one', async () => {
    const { counter, calls, workbench } = start();
    const can = () => canCountExactly(workbench.getState());
    await counter.start();
    expect(new Set(calls.map(({ visitorKey }) => visitorKey))).toEqual(new Set(['sk-of-mine']));
    expect(can()).toBe(true);
    workbench.getState().setVisitorKey('anthropic', '');
    expect(can()).toBe(false);
    workbench.setState({ backends: [{ id: 'anthropic', name: 'A', kind: 'anthropic', key: 'server' }] });
    expect(can()).toBe(true);
    workbench.setState({ backends: [{ id: 'anthropic', name: 'E', kind: 'emulator', key: 'none' }] });
    expect(can()).toBe(false);
  });

  it('TOKEN-48 is offered on a server of one’s own, with a key or without', () => {
    const { workbench, edit } = start();
    const server = { name: 'Mine', kind: 'vllm', baseUrl: 'http://127.0.0.1:8000' } as const;
    const id = workbench.getState().declareServer(server, ['m']);
    edit({ backend: id, model: 'm' });
    expect(canCountExactly(workbench.getState())).toBe(true);
    workbench.getState().setVisitorKey(id, 'sk-of-mine');
    expect(canCountExactly(workbench.getState())).toBe(true);
  });

  it('TOKEN-48 is offered by the kinds that count what is not sent', () => {
    const { workbench } = start();
    const offers = (family?: BackendFamily) =>
      BACKEND_KINDS.filter((kind) => {
        workbench.setState({
          backends: [{ id: 'anthropic', name: 'A', kind, key: 'none', ...(family && { family }) }],
        });
        return canCountExactly(workbench.getState());
      });
    expect(offers()).toEqual(['anthropic', 'litellm', 'vllm', 'llamacpp', 'sglang']);
    expect(offers('chat-completions')).toEqual(['vllm', 'llamacpp']);
  });

  it.each(['litellm', 'vllm', 'llamacpp', 'sglang'] as const)(
    'TOKEN-42, TOKEN-48 a model of %s is counted by its server, which may have a frame of its own, up to its own total',
    async (kind) => {
      const template = 40;
      const count = ({ request }: SendBody) =>
        JSON.stringify([request.system, request.tools, request.messages]).length + template;
      const { counter, feed, asked, state } = start((body) => success(count(body)), { kind, model: 'local-a' });
      const { total } = await feed.settled();
      expect(total.method).toBe('estimate');
      await counter.start();
      expect(state().failure).toBeUndefined();
      const after = await feed.settled();
      expect(after.total.method).toBe('exact');
      expect(after.total.tokens).toBe(Math.max(...asked.map(count)));
    },
  );
});
