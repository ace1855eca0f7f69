import { beforeEach, describe, expect, it } from 'vitest';
import { roughCount } from './rough-count.ts';
import { writeAnswer } from './shared-answer.ts';
import type { TokenCount } from './token-count.ts';
import { type CountClient, createCountClient } from './worker-client.ts';
import type { CountReply, CountRequest, WorkerPort } from './worker-port.ts';

class FakeWorker implements WorkerPort {
  readonly received: CountRequest[] = [];
  isTerminated = false;
  readonly #listeners = new Map<string, (event: { readonly data?: unknown }) => void>();

  postMessage(message: CountRequest): void {
    this.received.push(message);
  }
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void {
    this.#listeners.set(type, listener);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  say(data: CountReply): void {
    this.#listeners.get('message')?.({ data });
  }
  break(): void {
    this.#listeners.get('error')?.({});
  }
  answer(): void {
    const { id, texts } = this.received.at(-1) ?? { id: 0, texts: [] };
    this.say({ type: 'counts', id, counts: texts.map(lengthCount) });
  }
}

const lengthCount = ({ length }: string): TokenCount => ({
  tokens: length,
  low: length,
  high: length,
  method: 'exact',
});
const exactly = (...texts: string[]) => texts.map(lengthCount);
const roughly = (...texts: string[]) => texts.map((text) => roughCount(text, 'o200k'));

/** Calls back when told that time has passed. */
class FakeClock {
  readonly #timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  readonly frames: (() => void)[] = [];
  #now = 0;

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.#now + milliseconds, callback };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }
  frame(callback: () => void): void {
    this.frames.push(callback);
  }
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#timers].filter(({ at }) => at <= this.#now)) {
      this.#timers.delete(timer);
      timer.callback();
    }
  }
  get waiting(): number {
    return this.#timers.size;
  }
}

describe('createCountClient', () => {
  let workers: FakeWorker[];
  let clock: FakeClock;
  let client: CountClient;
  const worker = () => workers.at(-1) ?? new FakeWorker();

  beforeEach(() => {
    workers = [];
    clock = new FakeClock();
    client = createCountClient(
      () => {
        workers.push(new FakeWorker());
        return worker();
      },
      { clock },
    );
  });

  it('TOKENS-12: answers each text in order, through one worker', async () => {
    const counts = client.request(['a', 'bbb'], 'o200k');
    worker().answer();
    expect(await counts).toEqual(exactly('a', 'bbb'));
    expect([workers.length, clock.waiting]).toEqual([1, 0]);
  });

  it('TOKENS-12: sends what was asked meanwhile in one message, each family apart', async () => {
    const first = client.request(['a'], 'o200k');
    const others = [
      client.request(['bb'], 'o200k'),
      client.request(['c'], 'claude-new'),
      client.request(['dd'], 'o200k'),
    ];
    worker().answer();
    worker().answer();
    worker().answer();
    expect(await Promise.all([first, ...others])).toEqual([exactly('a'), exactly('bb'), exactly('c'), exactly('dd')]);
    expect(worker().received.map(({ texts }) => texts)).toEqual([['a'], ['bb', 'dd'], ['c']]);
  });

  it('TOKENS-13: a request that takes too long gets rough counts and a new worker serves the next', async () => {
    const slow = client.request(['slow'], 'o200k');
    worker().say({ type: 'ready' });
    clock.pass(5_000);
    expect(await slow).toEqual(roughly('slow'));
    expect(workers[0]?.isTerminated).toBe(true);
    const next = client.request(['next'], 'o200k');
    worker().answer();
    expect(await next).toEqual(exactly('next'));
    expect(workers.length).toBe(2);
  });

  it('TOKENS-13: a worker that is still loading has more time', async () => {
    const counts = client.request(['a'], 'o200k');
    clock.pass(59_000);
    worker().say({ type: 'ready' });
    clock.pass(4_000);
    worker().answer();
    expect(await counts).toEqual(exactly('a'));
  });

  it('TOKENS-13: of a batch that fails, only the request that fails alone gets rough counts', async () => {
    const first = client.request(['first'], 'o200k');
    const requests = [client.request(['a'], 'o200k'), client.request(['hangs'], 'o200k')];
    worker().answer();
    worker().break();
    worker().answer();
    worker().break();
    expect(await Promise.all([first, ...requests])).toEqual([exactly('first'), exactly('a'), roughly('hangs')]);
  });

  it('TOKENS-13: a late answer of a replaced worker is not taken', async () => {
    const first = client.request(['a'], 'o200k');
    const replaced = worker();
    clock.pass(60_000);
    await first;
    const second = client.request(['bb'], 'o200k');
    replaced.say({ type: 'counts', id: worker().received[0]?.id ?? 0, counts: exactly('wrong') });
    worker().answer();
    expect(await second).toEqual(exactly('bb'));
  });

  it('TOKENS-13: where no worker can be made, counts are rough', async () => {
    const without = createCountClient(
      () => {
        throw new Error('no workers here');
      },
      { clock },
    );
    expect(await Promise.all([without.request(['a'], 'o200k'), without.request(['b'], 'o200k')])).toEqual([
      roughly('a'),
      roughly('b'),
    ]);
  });

  it('TOKENS-13: after dispose the worker is gone and nothing hangs', async () => {
    const waiting = client.request(['a'], 'o200k');
    client.dispose();
    expect(await waiting).toEqual(roughly('a'));
    expect(await client.request(['later'], 'o200k')).toEqual(roughly('later'));
    expect([worker().isTerminated, workers.length, clock.waiting]).toEqual([true, 1, 0]);
  });

  it('TOKEN-60: takes an answer from shared memory before the next frame, and its message then says nothing new', async () => {
    const memory = new SharedArrayBuffer(4096);
    const shared = createCountClient(
      () => {
        workers.push(new FakeWorker());
        return worker();
      },
      { clock, memory },
    );
    const first = shared.request(['a'], 'o200k');
    const { id = 0 } = worker().received[0] ?? {};
    clock.frames.shift()?.();
    const isOpen = await Promise.race([first, 'waiting']);
    expect(isOpen).toBe('waiting');
    worker().answer();
    expect(await first).toEqual(exactly('a'));

    const second = shared.request(['bb'], 'o200k');
    writeAnswer(memory, id + 1, exactly('bb'));
    clock.frames.shift()?.();
    expect(await second).toEqual(exactly('bb'));
    const third = shared.request(['ccc'], 'o200k');
    worker().answer();
    worker().answer();
    expect(await third).toEqual(exactly('ccc'));
  });

  it('TOKEN-60: each worker is told of the memory once', async () => {
    const memory = new SharedArrayBuffer(4096);
    const makeWorker = () => {
      workers.push(new FakeWorker());
      return worker();
    };
    const shared = createCountClient(makeWorker, { clock, memory });
    void shared.request(['a'], 'o200k');
    worker().answer();
    void shared.request(['b'], 'o200k');
    worker().break();
    void shared.request(['c'], 'o200k');
    const told = workers.map(({ received }) => received.map((message) => message.memory === memory));
    expect(told).toEqual([[true, false], [true]]);
  });

  it('TOKENS-12: no texts, no message', async () => {
    expect(await client.request([], 'o200k')).toEqual([]);
    expect(workers).toEqual([]);
  });
});
