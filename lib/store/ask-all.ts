import type { Failure } from '@/lib/errors.ts';
import type { Result } from '@/lib/result.ts';

export interface AskOptions<Question> {
  readonly ask: (question: Question, signal: AbortSignal) => Promise<Result<number>>;
  readonly onAnswer: (question: Question, answer: number) => void;
  /** `undefined`: the wait is over. */
  readonly onWait: (seconds: number | undefined) => void;
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

const AT_ONCE = 2;
const PAUSE_SECONDS = 10;
const LONGEST_PAUSE_SECONDS = 300;
const MAX_REFUSALS = 6;

/**
 * Asks questions in order, two under way at most. A rate limit makes both wait as long as the other side says (10 s when it does not)
 * and ask again; one longer than 5 minutes, a sixth in a row, or any other failure ends it, and comes back. A stop is no failure.
 */
export async function askAll<Question>(
  questions: readonly Question[],
  { ask, onAnswer, onWait, wait, signal }: AskOptions<Question>,
): Promise<Failure | undefined> {
  const queue = [...questions];
  const end = new AbortController();
  const either = AbortSignal.any([signal, end.signal]);
  let failure: Failure | undefined;
  let refusals = 0;
  let pause: Promise<void> | undefined;

  const pauseFor = async (seconds: number): Promise<void> => {
    onWait(seconds);
    await wait(seconds * 1000, either);
    pause = undefined;
    onWait(undefined);
  };

  const worker = async (): Promise<void> => {
    while (!either.aborted) {
      await pause;
      const question = queue.shift();
      if (question === undefined || either.aborted) return;
      const answered = await ask(question, either);
      if (either.aborted) return;
      if (answered.ok) {
        refusals = 0;
        onAnswer(question, answered.value);
        continue;
      }
      const seconds = answered.failure.retryAfterSeconds ?? PAUSE_SECONDS;
      const canWait = answered.failure.code === 'backend-rate-limited' && seconds <= LONGEST_PAUSE_SECONDS;
      if (!pause) refusals += 1;
      if (!canWait || refusals >= MAX_REFUSALS) {
        failure = answered.failure;
        end.abort();
        return;
      }
      queue.unshift(question);
      pause ??= pauseFor(seconds);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return failure;
}
