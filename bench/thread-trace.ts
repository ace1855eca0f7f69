import type { Browser, Page } from 'playwright';

/** One task of a page's main thread; times in milliseconds. */
export interface ThreadTask {
  readonly start: number;
  readonly end: number;
  /** Of the processor's time. */
  readonly processor: number;
  readonly isFrame: boolean;
}

/** A point in time that the page itself marked, in milliseconds of the tasks' clock. */
export interface Mark {
  readonly name: string;
  readonly at: number;
}

/** What a page's main thread did, in order. */
export interface ThreadTrace {
  readonly tasks: readonly ThreadTask[];
  readonly marks: readonly Mark[];
}

/** An event of Chromium's trace format: times in microseconds, `tdur` is processor time. */
interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly src_func?: string };
}

const TASKS = 'toplevel';
const MARKS = 'blink.user_timing';
/** The compositor asks for a frame by this function: its task runs the callbacks of the frame, lays out, paints and hands over. */
const FRAME = 'ScheduledActionSendBeginMainFrame';

/** Runs `act` while Chromium notes every task of the page's main thread, which costs it little: two readings of a clock a task. */
export async function traceThread(browser: Browser, page: Page, act: () => Promise<void>): Promise<ThreadTrace> {
  await browser.startTracing(page, { categories: [TASKS, MARKS] });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const marked = traceEvents.filter(({ cat, ph }) => cat.includes(MARKS) && ph !== 'M');
  const [first] = marked;
  const tasks = traceEvents.filter(
    ({ cat, ph, pid, tid }) => cat === TASKS && ph === 'X' && pid === first?.pid && tid === first.tid,
  );
  return {
    marks: marked.map(({ name, ts }) => ({ name, at: ts / 1000 })).toSorted((left, right) => left.at - right.at),
    tasks: outermost(tasks).map(({ ts, dur = 0, tdur = 0, args }) => ({
      start: ts / 1000,
      end: (ts + dur) / 1000,
      processor: tdur / 1000,
      isFrame: args?.src_func === FRAME,
    })),
  };
}

/** Tasks that do not run inside another one. */
function outermost(tasks: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return tasks
    .toSorted((left, right) => left.ts - right.ts || (right.dur ?? 0) - (left.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts < end) return false;
      end = ts + dur;
      return true;
    });
}
