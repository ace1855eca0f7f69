import { roughCount } from './rough-count.ts';
import { readAnswer, type SharedAnswer } from './shared-answer.ts';
import type { TokenCount, TokenizerFamily } from './token-count.ts';
import type { CountReply, WorkerPort } from './worker-port.ts';

/** Counts texts off the page's thread. */
export interface CountClient {
  /** Resolves to a count for each text, in order; never rejects: what a worker cannot count in time gets a rough count. */
  request(texts: readonly string[], family: TokenizerFamily): Promise<TokenCount[]>;
  /** Stops the worker; what is still waiting gets rough counts. */
  dispose(): void;
}

export interface CountClock {
  /** Calls back once after so many milliseconds, unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Calls back right before the next frame is drawn. */
  frame(callback: () => void): void;
}

export interface CountClientOptions {
  readonly clock?: CountClock;
  /** Seen by the page and the worker, where the browser has such memory. */
  readonly memory?: SharedAnswer | undefined;
}

interface Job {
  readonly texts: readonly string[];
  readonly family: TokenizerFamily;
  readonly resolve: (counts: TokenCount[]) => void;
  alone: boolean;
}

interface Batch {
  readonly id: number;
  readonly jobs: readonly Job[];
  stopTimer: () => void;
}

const ANSWER_LIMIT_MS = 5_000;
const START_LIMIT_MS = 60_000;

const systemClock: CountClock = {
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  frame: (callback) => void requestAnimationFrame(callback),
};

/**
 * One worker, started at the first request; requests made while it is busy go together in its next message. A worker that fails, or
 * exceeds the limit, is replaced: the requests of its batch are tried again one by one, and one that fails alone gets rough counts.
 * An answer is taken from shared memory right before the next frame, where the browser has such memory, else from its message.
 */
export function createCountClient(
  makeWorker: () => WorkerPort,
  { clock = systemClock, memory }: CountClientOptions = {},
): CountClient {
  let worker: WorkerPort | undefined;
  let ready = false;
  let isIntroduced = false;
  let disposed = false;
  let batch: Batch | undefined;
  let lastId = 0;
  let waiting: Job[] = [];

  function startWorker(): WorkerPort {
    const started = makeWorker();
    const whileCurrent = (act: (data: unknown) => void) => (event: { readonly data?: unknown }) => {
      if (started === worker) act(event.data);
    };
    started.addEventListener(
      'message',
      whileCurrent((data) => receive(data as CountReply)),
    );
    started.addEventListener('error', whileCurrent(fail));
    started.addEventListener('messageerror', whileCurrent(fail));
    return started;
  }

  function sendNext(): void {
    if (batch || waiting.length === 0) return;
    const jobs = nextJobs(waiting);
    waiting = waiting.filter((job) => !jobs.includes(job));
    const id = ++lastId;
    batch = { id, jobs, stopTimer: clock.after(ready ? ANSWER_LIMIT_MS : START_LIMIT_MS, fail) };
    try {
      worker ??= startWorker();
      const texts = jobs.flatMap((job) => job.texts);
      const family = jobs[0]?.family ?? 'o200k';
      worker.postMessage({ type: 'count', id, family, texts, ...(!isIntroduced && memory && { memory }) });
      isIntroduced = true;
      if (memory) clock.frame(() => settle(id, readAnswer(memory, id)));
    } catch {
      fail();
    }
  }

  function receive(reply: CountReply): void {
    if (reply.type === 'ready') {
      ready = true;
      batch?.stopTimer();
      if (batch) batch.stopTimer = clock.after(ANSWER_LIMIT_MS, fail);
    } else if (reply.type === 'counts') {
      ready = true;
      settle(reply.id, reply.counts);
    }
  }

  /** Takes the answer to the batch under way, from wherever it came first. */
  function settle(id: number, counts: readonly TokenCount[] | undefined): void {
    if (batch?.id !== id || !counts) return;
    const { jobs, stopTimer } = batch;
    stopTimer();
    batch = undefined;
    let from = 0;
    for (const { texts, resolve } of jobs) {
      resolve(counts.slice(from, from + texts.length));
      from += texts.length;
    }
    sendNext();
  }

  function fail(): void {
    stopWorker();
    const jobs = batch?.jobs ?? [];
    batch = undefined;
    if (jobs.length > 1) {
      for (const job of jobs) job.alone = true;
      waiting = [...jobs, ...waiting];
    } else jobs.forEach(resolveRoughly);
    sendNext();
  }

  function stopWorker(): void {
    batch?.stopTimer();
    worker?.terminate();
    worker = undefined;
    ready = false;
    isIntroduced = false;
  }

  return {
    request: (texts, family) =>
      new Promise((resolve) => {
        const job: Job = { texts, family, resolve, alone: false };
        if (texts.length === 0) return resolve([]);
        if (disposed) return resolveRoughly(job);
        waiting.push(job);
        sendNext();
      }),
    dispose: () => {
      disposed = true;
      stopWorker();
      const jobs = [...(batch?.jobs ?? []), ...waiting];
      batch = undefined;
      waiting = [];
      jobs.forEach(resolveRoughly);
    },
  };
}

/** The first waiting job, with every other of its family unless one of them failed before. */
function nextJobs(waiting: readonly Job[]): Job[] {
  const [first] = waiting;
  if (!first || first.alone) return waiting.slice(0, 1);
  return waiting.filter((job) => job.family === first.family && !job.alone);
}

function resolveRoughly({ texts, family, resolve }: Job): void {
  resolve(texts.map((text) => roughCount(text, family)));
}
