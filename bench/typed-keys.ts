import { sum } from './measure.ts';
import { KEY_MARK, SHOWN_MARK } from './page-probe.ts';
import type { Mark, ThreadTask, ThreadTrace } from './thread-trace.ts';

/** A task that keeps the thread longer is a long one by the browser's own measure. */
export const LONG_TASK_MS = 50;

/** What the main thread did for one key, in milliseconds. */
export interface TypedKey {
  /** From the key's task to the end of the frame that shows what it changed; `undefined`: nothing that is watched changed. */
  readonly shown: { readonly processor: number; readonly toFigure: number; readonly toFrame: number } | undefined;
  /** In the whole pause: of the processor's time, and by the clock. */
  readonly processor: number;
  readonly clock: number;
  readonly longTasks: number;
}

/** A trace key by key: the tasks of each begin with the one that its mark lies in. */
export function typedKeys({ tasks, marks }: ThreadTrace): TypedKey[] {
  const starts = marks
    .filter(({ name }) => name === KEY_MARK)
    .map(({ at }) => tasks.findLastIndex(({ start }) => start <= at));
  return starts.map((first, index) => {
    const own = tasks.slice(first, starts[index + 1]);
    return {
      shown: shownKey(own, marks),
      processor: sum(own.map(({ processor }) => processor)),
      clock: sum(own.map(({ start, end }) => end - start)),
      longTasks: own.filter(({ start, end }) => end - start > LONG_TASK_MS).length,
    };
  });
}

function shownKey(tasks: readonly ThreadTask[], marks: readonly Mark[]): TypedKey['shown'] {
  const [first, last] = [tasks[0], tasks.at(-1)];
  if (!first || !last) return undefined;
  const own = marks.filter(({ at }) => at >= first.start && at <= last.end);
  const key = own.find(({ name }) => name === KEY_MARK);
  const figure = own.find(({ name }) => name === SHOWN_MARK);
  const frame = figure && tasks.findIndex(({ isFrame, end }) => isFrame && end >= figure.at);
  const shows = frame === undefined ? undefined : tasks[frame];
  if (!key || !figure || frame === undefined || !shows) return undefined;
  return {
    processor: sum(tasks.slice(0, frame + 1).map(({ processor }) => processor)),
    toFigure: figure.at - key.at,
    toFrame: shows.end - key.at,
  };
}
