import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerStream } from '@/lib/backends/fixtures/answer-streams.ts';
import { partText } from './paced-upstream.ts';

const PARTS = 24;
const WORDS = Array.from({ length: PARTS }, (_, index) => `(${index})`);

let pause = 0;

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () =>
    answer(request.url?.includes('chat/completions') ? 'chat-completions' : 'messages', response),
  );
});

async function answer(family: 'messages' | 'chat-completions', response: ServerResponse): Promise<void> {
  const usage =
    family === 'messages' ? { input_tokens: 5, output_tokens: PARTS } : { prompt_tokens: 5, completion_tokens: PARTS };
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of answerStream({ family, start: usage, end: usage }, WORDS)) {
    response.write(event.replace(/\((\d+)\)/, (_, index) => partText(Number(index))));
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }
  response.end();
}

process.on('message', (milliseconds) => {
  pause = Number(milliseconds);
  process.send?.(pause);
});
process.once('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
