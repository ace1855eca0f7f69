/**
 * The data of the server-sent events of a stream of bytes, of those together that came together, wherever its chunks are cut; comments
 * and other fields are passed over. One longer than `most` UTF-16 units throws a SyntaxError; one that breaks off at the end of the stream is dropped.
 */
export async function* serverSentData(
  body: ReadableStream<Uint8Array>,
  most: number,
): AsyncGenerator<readonly string[], void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let pending = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      pending += decoder.decode(value, { stream: true }).replaceAll('\r', '');
      const blocks = pending.split('\n\n');
      pending = blocks.pop() ?? '';
      for (const block of [...blocks, pending])
        if (block.length > most) throw new SyntaxError('The event is too long.');
      const told = blocks.map(dataOf).filter((data) => data !== '');
      if (told.length > 0) yield told;
    }
  } finally {
    await leave(reader);
  }
}

/** What is left of a stream that has told all: so many portions at most, and so many milliseconds. */
const LEFT_PORTIONS = 4;
const LEFT_MILLISECONDS = 50;

/** Reads what little may be left, so that the connection can be used again; a stream that goes on is cancelled. */
async function leave(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const cancel = () => reader.cancel().catch(ignore);
  const timer = setTimeout(cancel, LEFT_MILLISECONDS);
  try {
    for (let portion = 0; portion < LEFT_PORTIONS; portion += 1) if ((await reader.read()).done) return;
    await cancel();
  } catch {
    // It has failed already, and its reader knows.
  } finally {
    clearTimeout(timer);
  }
}

/** The stream has failed already; that it cannot be left either says nothing new. */
const ignore = (): void => undefined;

const dataOf = (block: string): string =>
  block
    .split('\n')
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(line[5] === ' ' ? 6 : 5))
    .join('\n');
