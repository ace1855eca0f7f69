import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LlamaLikeServer {
  readonly url: string;
  /** Authorization headers, in order. */
  readonly keys: readonly (string | undefined)[];
  close(): void;
}

type Body = { system?: string | { text: string }[]; messages?: unknown; stream?: boolean };

const tokensOf = ({ system = '', messages }: Body): string[] => {
  const text = typeof system === 'string' ? system : system.map((each) => each.text).join('');
  return (text + JSON.stringify(messages)).match(/[a-z]{1,4}|\s+|[^a-z\s]/gi) ?? [];
};

/** A server that speaks Messages as llama-server does, to the token, but for the billing header, which it keeps as it is. */
export async function startLlamaLikeServer(): Promise<LlamaLikeServer> {
  const keys: (string | undefined)[] = [];
  const prompts: string[][] = [];
  const server = createServer(async (request, response): Promise<void> => {
    let text = '';
    for await (const chunk of request) text += chunk;
    keys.push(request.headers.authorization);
    const json = (value: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    };
    if (request.url?.startsWith('/v1/models'))
      return json({ object: 'list', data: [{ id: 'local-a' }, { id: 'local-b' }] });
    const body: Body = JSON.parse(text || '{}');
    const prompt = tokensOf(body);
    if (request.url === '/v1/messages/count_tokens') return json({ input_tokens: prompt.length });
    const common = prompts.map((each) => prompt.findIndex((token, at) => token !== each[at]));
    const longest = Math.max(0, ...common.map((at) => (at === -1 ? prompt.length : at)));
    const read = Math.min(longest, prompt.length - 1);
    prompts.push(prompt);
    const usage = { cache_read_input_tokens: read, input_tokens: prompt.length - read, output_tokens: 2 };
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (type: string, more: object) =>
      response.write(`event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`);
    // A prompt takes its time: what was computed before is what is saved.
    await new Promise((resolve) => setTimeout(resolve, 20 + (prompt.length - read) / 100));
    const message = { id: `msg_${prompts.length}`, type: 'message', role: 'assistant', model: 'local-a', content: [] };
    send('message_start', { message: { ...message, stop_reason: null, usage } });
    send('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
    for (const word of ['From ', 'nearby.']) {
      send('content_block_delta', { index: 0, delta: { type: 'text_delta', text: word } });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    send('content_block_stop', { index: 0 });
    send('message_delta', { delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 2 } });
    send('message_stop', {});
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
