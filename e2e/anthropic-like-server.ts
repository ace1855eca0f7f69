import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AnthropicLikeServer {
  readonly url: string;
  /** What a count of tokens has been answered with, in order. */
  readonly counts: readonly number[];
  /** The whole input that the next answers report. */
  reportedInput: number;
  /** Milliseconds before each count is answered. */
  countDelay: number;
  /** So many counts are refused first, with a second to wait. */
  refusals: number;
  close(): void;
}

type Body = { model: string; system?: object; tools?: readonly object[]; messages?: readonly object[] };

/** What tools cost beside their text, and a message beside its own, as the model's card has it. */
const TOOL_PROMPT = 286;
const FRAME = 7;

/** Counts that add up, and are nobody's estimate. */
const countOf = ({ system = [], tools = [], messages = [] }: Body): number => {
  const characters = [system, ...tools, ...messages].reduce((sum, each) => sum + JSON.stringify(each).length, 0);
  return Math.ceil(characters / 2) + (tools.length > 0 ? TOOL_PROMPT : 0) + messages.length * FRAME;
};

/** A server that speaks Messages and counts tokens in its own way: two characters a token. */
export async function startAnthropicLikeServer(): Promise<AnthropicLikeServer> {
  const counts: number[] = [];
  const set = { reportedInput: 0, countDelay: 0, refusals: 0 };
  let answers = 0;
  const server = createServer(async (request, response): Promise<void> => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const json = (status: number, value: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    };
    const body: Body = JSON.parse(text || '{}');
    if (request.url === '/v1/messages/count_tokens') {
      await new Promise((resolve) => setTimeout(resolve, set.countDelay));
      if (set.refusals > 0) {
        set.refusals -= 1;
        const error = { type: 'rate_limit_error', message: 'Too many at once.' };
        return json(429, { type: 'error', error }, { 'retry-after': '1' });
      }
      counts.push(countOf(body));
      return json(200, { input_tokens: countOf(body) });
    }
    answers += 1;
    const cached = set.reportedInput - 20;
    const usage = {
      input_tokens: 20,
      cache_read_input_tokens: answers === 1 ? 0 : cached,
      cache_creation_input_tokens: answers === 1 ? cached : 0,
      cache_creation: { ephemeral_5m_input_tokens: answers === 1 ? cached : 0, ephemeral_1h_input_tokens: 0 },
      output_tokens: 2,
    };
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (type: string, more: object) =>
      response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`);
    const { model } = body;
    const message = { id: `msg_${answers}`, type: 'message', role: 'assistant', model, content: [] };
    send('message_start', { message: { ...message, stop_reason: null, usage } });
    send('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
    for (const word of ['Counted ', 'here.']) {
      send('content_block_delta', { index: 0, delta: { type: 'text_delta', text: word } });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    send('content_block_stop', { index: 0 });
    send('message_delta', { delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } });
    send('message_stop', {});
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(set, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
}
