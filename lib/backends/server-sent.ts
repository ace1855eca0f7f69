/**
 * The most one event may take, in UTF-16 units: the last one of a response repeats its request, a result of the provider's own tool
 * comes whole. What our route reads of a backend, the page reads of our route.
 */
export const MAX_EVENT_LENGTH = 40_000_000;

/**
 * The data of the server-sent events of a stream of bytes, of those together that came together, wherever its chunks are cut; comments
 * and other fields are passed over. One longer than `most` UTF-16 units throws a SyntaxError once those in front of it are told; one
 * that breaks off at the end of the stream is dropped.
 */
export async function* serverSentData(
  body: ReadableStream<Uint8Array>,
  most: number,
): AsyncGenerator<readonly string[], void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const cut = eventCutter();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const { blocks, pending } = cut(decoder.decode(value, { stream: true }).replaceAll('\r', ''));
      const tooLong = blocks.findIndex(({ length }) => length > most);
      const told = blocks
        .slice(0, tooLong === -1 ? blocks.length : tooLong)
        .map(dataOf)
        .filter((data) => data !== '');
      if (told.length > 0) yield told;
      if (tooLong !== -1 || pending > most) throw new SyntaxError('The event is too long.');
    }
  } finally {
    await leave(reader);
  }
}

/** Cuts a text into events as it comes, looking at each piece of it once; `pending` is the length of the one that has not ended. */
function eventCutter(): (text: string) => { readonly blocks: readonly string[]; readonly pending: number } {
  let pieces: string[] = [];
  let pending = 0;
  /** The end of a line, which the next piece may make that of an event. */
  let lineEnd = '';
  return (text) => {
    const [first = '', ...others] = (lineEnd + text).split('\n\n');
    const blocks: string[] = [];
    let rest = first;
    for (const next of others) {
      blocks.push([...pieces, rest].join(''));
      pieces = [];
      pending = 0;
      rest = next;
    }
    lineEnd = rest.endsWith('\n') ? '\n' : '';
    const piece = rest.slice(0, rest.length - lineEnd.length);
    pieces.push(piece);
    pending += piece.length;
    return { blocks, pending };
  };
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
