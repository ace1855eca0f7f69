import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerStream } from '@/lib/backends/fixtures/answer-streams.ts';

export interface PacedUpstream {
  readonly url: string;
  /** When each part of the last answer was handed to the connection, by `performance.now()`; the part's number is its place. */
  readonly writtenAt: readonly number[];
  /** Milliseconds between the parts of an answer. */
  pause: number;
  stop(): Promise<void>;
}

const PARTS = 24;

/** A server that streams a fixed answer by the Messages API and as chat completions, at a pace of our choosing, and knows when it wrote what. */
export async function startPacedUpstream(): Promise<PacedUpstream> {
  const upstream = { url: '', writtenAt: [] as number[], pause: 0 };
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () =>
      answer(request.url?.includes('chat/completions') ? 'chat-completions' : 'messages', response),
    );
  });
  const answer = async (family: 'messages' | 'chat-completions', response: ServerResponse) => {
    const usage =
      family === 'messages'
        ? { input_tokens: 5, output_tokens: PARTS }
        : { prompt_tokens: 5, completion_tokens: PARTS };
    const words = Array.from({ length: PARTS }, (_, index) => partText(index));
    upstream.writtenAt = [];
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const event of answerStream({ family, start: usage, end: usage }, words)) {
      if (event.includes('part-')) upstream.writtenAt.push(performance.now());
      response.write(event);
      if (upstream.pause > 0) await new Promise((resolve) => setTimeout(resolve, upstream.pause));
    }
    response.end();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  upstream.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(upstream, {
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

export const partText = (index: number): string => `part-${index}-`;
