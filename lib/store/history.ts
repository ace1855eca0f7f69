/** Undo and redo over immutable values. */
export interface History<T> {
  readonly past: readonly Step<T>[];
  readonly present: T;
  readonly future: readonly Step<T>[];
}

/** A value that can be gone back to, and what the change away from it was. */
export interface Step<T> {
  readonly value: T;
  readonly label: string;
  readonly at: number;
  /** Changes with the same key in quick succession (typing in one text) are one step. */
  readonly key: string | undefined;
}

export interface Change {
  readonly label: string;
  readonly at: number;
  readonly key?: string | undefined;
}

const MERGE_WITHIN_MILLISECONDS = 1000;
const MAX_STEPS = 500;

export const startHistory = <T>(present: T): History<T> => ({ past: [], present, future: [] });

/** Makes `next` the present; an equal value is no change. What follows an undo or a redo is a step of its own. */
export function record<T>(history: History<T>, next: T, change: Change): History<T> {
  if (Object.is(next, history.present)) return history;
  const last = history.future.length === 0 ? history.past.at(-1) : undefined;
  const merges =
    last && change.key !== undefined && last.key === change.key && change.at - last.at < MERGE_WITHIN_MILLISECONDS;
  const past = merges
    ? [...history.past.slice(0, -1), { ...last, at: change.at }]
    : [
        ...history.past.slice(1 - MAX_STEPS),
        { value: history.present, label: change.label, at: change.at, key: change.key },
      ];
  return { past, present: next, future: [] };
}

export function undo<T>(history: History<T>): History<T> {
  const last = history.past.at(-1);
  if (!last) return history;
  const undone = { ...last, value: history.present, key: undefined };
  return { past: history.past.slice(0, -1), present: last.value, future: [undone, ...history.future] };
}

export function redo<T>(history: History<T>): History<T> {
  const [next] = history.future;
  if (!next) return history;
  const done = { ...next, value: history.present, key: undefined };
  return { past: [...history.past, done], present: next.value, future: history.future.slice(1) };
}
