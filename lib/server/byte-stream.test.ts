import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { byteStream } from './byte-stream.ts';

/** What is read at once, each time. */
async function chunksOf(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const chunks: string[] = [];
  for await (const chunk of stream) chunks.push(new TextDecoder().decode(chunk));
  return chunks;
}

async function* paced(...steps: readonly (string | number)[]): AsyncGenerator<string> {
  for (const step of steps) {
    if (typeof step === 'string') yield step;
    else await sleep(step);
  }
}

const same = (text: string): string => text;

describe('values as a stream of bytes', () => {
  it('BACK-20: what comes within a turn goes out together, and what comes later by itself', async () => {
    const stream = byteStream(paced('a', 'b', 10, 'c', 'd', 10, 'é 😀'), (text) => `<${text}>`);
    expect(await chunksOf(stream)).toEqual(['<a><b>', '<c><d>', '<é 😀>']);
  });

  it('BACK-20: the first waits for company where it is told to, and no longer than that', async () => {
    expect(await chunksOf(byteStream(paced('a', 10, 'b', 'c', 10, 'd'), same, 500))).toEqual(['abc', 'd']);
    expect(await chunksOf(byteStream(paced('a', 200, 'b'), same, 20))).toEqual(['a', 'b']);
    expect(await chunksOf(byteStream(paced('a'), same, 20_000))).toEqual(['a']);
  });

  it('BACK-20: what is there already is not taken into memory whole', async () => {
    const made: number[] = [];
    async function* many(): AsyncGenerator<string> {
      for (let at = 0; at < 100; at += 1) {
        made.push(at);
        yield 'x'.repeat(10_000);
      }
    }
    const reader = byteStream(many(), same).getReader();
    expect((await reader.read()).value?.byteLength).toBe(70_000);
    await sleep(5);
    expect(made.length).toBeLessThan(10);
    await reader.cancel();
  });

  it('BACK-5: leaving it ends the iteration, and a fault on the way is told behind what came before', async () => {
    let isLeft = false;
    async function* endless(): AsyncGenerator<string> {
      try {
        for (;;) {
          yield 'x';
          await sleep(1);
        }
      } finally {
        isLeft = true;
      }
    }
    const reader = byteStream(endless(), same).getReader();
    await reader.read();
    await reader.cancel();
    await sleep(10);
    expect(isLeft).toBe(true);
    async function* failing(): AsyncGenerator<string> {
      yield 'x';
      throw new Error('broken');
    }
    const broken = byteStream(failing(), same).getReader();
    expect(new TextDecoder().decode((await broken.read()).value)).toBe('x');
    await expect(broken.read()).rejects.toThrow('broken');
  });

  it.each([[['good', 'bad', 'more']], [['bad', 'more']], [['good', 5, 'bad', 5, 'more']]])(
    'BACK-5: a value that has no text fails the stream behind what came before, and ends the iteration: %j',
    async (steps) => {
      let isLeft = false;
      async function* values(): AsyncGenerator<string> {
        try {
          yield* paced(...steps);
        } finally {
          isLeft = true;
        }
      }
      const textOf = (value: string) => {
        if (value === 'bad') throw new TypeError('no text');
        return value;
      };
      const chunks: string[] = [];
      const read = async () => {
        for await (const chunk of byteStream(values(), textOf)) chunks.push(new TextDecoder().decode(chunk));
      };
      await expect(read()).rejects.toThrow('no text');
      expect(chunks).toEqual(steps[0] === 'good' ? ['good'] : []);
      await sleep(1);
      expect(isLeft).toBe(true);
    },
  );
});
