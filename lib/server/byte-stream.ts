import { setImmediate as endOfTurn, setTimeout as sleep } from 'node:timers/promises';

/** The most that goes out at once, in UTF-16 units: a stream that is there already is not taken into memory whole. */
const MAX_AT_ONCE = 65_536;

/**
 * Values as a stream of bytes, each by its text, made as they are read. Those that come within one turn of the event loop go out
 * together: a burst of events is one write. The first waits so many milliseconds for company. Leaving the stream ends the iteration;
 * so does a fault, of the values or of `textOf`, which fails the stream behind what came before.
 */
export function byteStream<Value>(
  values: AsyncIterable<Value>,
  textOf: (value: Value) => string,
  firstWaits = 0,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = values[Symbol.asyncIterator]();
  /** Asked for, and not yet taken. */
  let asked: Promise<IteratorResult<Value, unknown>> | undefined;
  let isFirst = true;
  // Not waited for: what was asked for may take its time.
  const leave = () => void iterator.return?.().catch(ignore);
  return new ReadableStream(
    {
      pull: async (controller) => {
        let text = '';
        let isDone = false;
        let isTurn = true;
        let fault: { readonly error: unknown } | undefined;
        const take = async () => {
          while (isTurn && !isDone && text.length < MAX_AT_ONCE) {
            asked ??= iterator.next();
            const next = await asked;
            if (!isTurn) return;
            asked = undefined;
            if (next.done) isDone = true;
            else text += textOf(next.value);
          }
        };
        asked ??= iterator.next();
        await asked;
        take().catch((error: unknown) => {
          fault = { error };
        });
        await endOfTurn();
        if (isFirst && firstWaits > 0) {
          await Promise.race([asked, sleep(firstWaits, undefined, { ref: false })]).catch(ignore);
          await endOfTurn();
        }
        isFirst = false;
        isTurn = false;
        if (text !== '' || !(isDone || fault)) controller.enqueue(encoder.encode(text));
        if (fault) {
          controller.error(fault.error);
          leave();
        } else if (isDone) controller.close();
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  );
}

/** Told elsewhere, or nobody is left to be told. */
const ignore = (): void => undefined;
