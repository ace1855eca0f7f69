import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { POST } from '@/app/api/check-connection/route.ts';
import { checkLines } from '@/lib/backends/connection/check-client.ts';
import { CHECKS, type CheckLine } from '@/lib/backends/connection/check-line.ts';

const request = { model: 'claude-sonnet-5-5', max_tokens: 1, messages: [] };
const route = (path: string, init: RequestInit) =>
  POST(new Request(`http://localhost${path}`, { ...init, headers: { ...init.headers, host: 'localhost' } }), {});

async function check(backend: string, visitorKey?: string) {
  const lines: (CheckLine | { failure: unknown })[] = [];
  const call = { signal: new AbortController().signal, ...(visitorKey && { visitorKey }) };
  for await (const line of checkLines(route, { backend, request, session: `check-${Math.random()}` }, call))
    lines.push(line);
  return lines;
}

describe('the check over its route', () => {
  it('BACK-75: the emulator passes, line by line', async () => {
    const lines = await check('emulator');
    expect(lines.map((line) => 'id' in line && line.id)).toEqual([...CHECKS]);
    expect(lines.filter((line) => 'state' in line && ['failed', 'unknown'].includes(line.state))).toEqual([]);
  }, 30_000);

  it('BACK-76: a backend that is not there is a failure, and one that does not answer is a line', async () => {
    expect(await check('nobody')).toMatchObject([{ failure: { code: 'backend-unknown' } }]);
    const backends = [{ name: 'Down', kind: 'llamacpp', baseUrl: 'http://127.0.0.1:1' }];
    vi.stubEnv('STRATA_BACKENDS', JSON.stringify({ backends }));
    expect((await check('down'))[0]).toMatchObject({ id: 'reachable', state: 'failed' });
    vi.unstubAllEnvs();
  });

  it('BACK-18: a call that names no model is answered 400', async () => {
    for (const model of [undefined, '', 7]) {
      const body = JSON.stringify({ backend: 'emulator', request: { ...request, model }, session: 's' });
      const response = await route('/api/check-connection', { method: 'POST', body });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ failure: { place: 'request.model' } });
    }
  });

  it('BACK-8, BACK-76: the models are asked for with the key, which is in no line, whatever the server says', async () => {
    const asked: string[] = [];
    const server = createServer((incoming, response) => {
      asked.push(`${incoming.method} ${incoming.url} ${incoming.headers.authorization}`);
      response.writeHead(401, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { message: `no such key: ${incoming.headers.authorization}` } }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const backends = [{ name: 'Shut', kind: 'vllm', baseUrl, keyVariable: 'SHUT_KEY' }];
    vi.stubEnv('STRATA_BACKENDS', JSON.stringify({ backends }));
    vi.stubEnv('SHUT_KEY', 'sk-canary-1');
    const lines = await check('shut');
    expect(lines.slice(0, 2)).toMatchObject([{ state: 'passed' }, { id: 'authorised', state: 'failed' }]);
    expect(JSON.stringify(lines)).not.toContain('canary');
    expect(asked.filter((each) => !each.startsWith('GET /metrics'))).toEqual(['POST /v1/messages Bearer sk-canary-1']);
    vi.unstubAllEnvs();
    server.close();
  });
});
