/** Portions of text as a stream of bytes, made as they are read; leaving the stream ends the generator. */
export function byteStream(portions: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await portions.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      cancel: async () => {
        await portions.return();
      },
    },
    { highWaterMark: 0 },
  );
}
