import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { BackendFault } from '@/lib/backends/backend-fault.ts';
import type { AddressKind } from './address-kind.ts';
import { guardedFetch } from './guarded-fetch.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function startServer(answer: Answer) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, requests };
}

const only = (...kinds: AddressKind[]) => ({ allows: (kind: AddressKind) => kinds.includes(kind) });
const codeOf = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'answered',
    (error: { cause?: { code?: string } }) => kindIn(error) ?? kindIn(error.cause) ?? error.cause?.code ?? error,
  );

/** The kind of address that a refusal names, or its code. */
const kindIn = (error: unknown): string | undefined =>
  error instanceof BackendFault ? (/a ([\w-]+) address/.exec(error.message)?.[1] ?? error.failure.code) : undefined;

describe('a guarded fetch', () => {
  it('BACK-67: sends method, headers and body, and gives status, headers and body back', async () => {
    const { port, requests } = await startServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      response.writeHead(418, { 'x-kind': 'pot' }).end(`${request.method} ${body} ✓`);
    });
    const response = await guardedFetch(only('loopback'))(`http://127.0.0.1:${port}/a?b=c`, {
      method: 'POST',
      headers: { authorization: 'Bearer k' },
      body: 'tëa',
    });
    expect([response.status, response.headers.get('x-kind'), await response.text()]).toEqual([
      418,
      'pot',
      'POST tëa ✓',
    ]);
    expect([requests[0]?.url, requests[0]?.headers.authorization]).toEqual(['/a?b=c', 'Bearer k']);
  });

  it.each([
    ['127.0.0.1', 'loopback'],
    ['[::ffff:127.0.0.1]', 'loopback'],
    ['2130706433', 'loopback'],
    ['0177.0.0.1', 'loopback'],
    ['169.254.169.254', 'link-local'],
    ['[fd00::1]', 'private'],
    ['10.1.2.3', 'private'],
  ])('BACK-66: an address written into the URL is checked: %s', async (host, code) => {
    const { port, requests } = await startServer((_, response) => response.end());
    expect(await codeOf(guardedFetch(only('public'))(`http://${host}:${port}/`))).toBe(code);
    expect(requests).toEqual([]);
  });

  it('BACK-66: a name is checked by what it resolves to, and one bad address among good ones is enough', async () => {
    const { port, requests } = await startServer((_, response) => response.end());
    for (const [addresses, code] of [
      [['127.0.0.1'], 'loopback'],
      [['::ffff:127.0.0.1'], 'loopback'],
      [['93.184.216.34', '169.254.169.254'], 'link-local'],
      [['fd12:3456::1'], 'private'],
      [[], 'ENOTFOUND'],
    ] as const) {
      const fetch = guardedFetch({ ...only('public'), resolve: async () => addresses });
      expect(await codeOf(fetch(`http://evil.test:${port}/`))).toBe(code);
    }
    expect(requests).toEqual([]);
  });

  it('BACK-67: a name is resolved once for a connection, which goes to the address that was checked', async () => {
    const { port } = await startServer((_, response) => response.end('reached'));
    const answers = [['127.0.0.1'], ['169.254.169.254']];
    let asked = 0;
    const resolve = async () => answers[Math.min(asked++, 1)] ?? [];
    const response = await guardedFetch({ ...only('loopback'), resolve })(`http://rebinding.test:${port}/`);
    expect([await response.text(), asked]).toEqual(['reached', 1]);
  });

  it('BACK-67: a second connection is checked anew: a name that has come to mean another address is refused', async () => {
    const { port, requests } = await startServer((_, response) =>
      response.writeHead(200, { connection: 'close' }).end(),
    );
    const answers = [['127.0.0.1'], ['169.254.169.254']];
    let asked = 0;
    const fetch = guardedFetch({ ...only('loopback'), resolve: async () => answers[Math.min(asked++, 1)] ?? [] });
    await (await fetch(`http://rebinding.test:${port}/`)).text();
    expect(await codeOf(fetch(`http://rebinding.test:${port}/`))).toBe('link-local');
    expect(requests).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('BACK-68: %i is not followed', async (status) => {
    const other = await startServer((_, response) => response.end('secret'));
    const { port } = await startServer((_, response) =>
      response.writeHead(status, { location: `http://127.0.0.1:${other.port}/` }).end(),
    );
    const call = guardedFetch(only('loopback'))(`http://127.0.0.1:${port}/`, {
      headers: { authorization: 'Bearer k' },
    });
    expect((await call).status).toBe(status);
    expect(other.requests).toEqual([]);
  });

  it('BACK-67: other protocols are not spoken', async () => {
    expect(await codeOf(guardedFetch(only('public'))('ftp://example.com/'))).toBe('address-refused');
  });

  it('BACK-5: an aborted call ends, before and during the answer, and the server learns of it', async () => {
    let left = (): void => undefined;
    const hasLeft = new Promise<void>((resolve) => {
      left = resolve;
    });
    const { port } = await startServer((_, response) => {
      response.on('close', left);
      response.write('first');
    });
    const stop = new AbortController();
    const fetch = guardedFetch(only('loopback'));
    const response = await fetch(`http://127.0.0.1:${port}/`, { signal: stop.signal });
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first');
    stop.abort();
    await expect(reader?.read()).rejects.toThrow();
    await hasLeft;
    await expect(fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/);
  });

  it('BACK-67: a server may take longer to answer, and be silent longer, than an idle connection is kept', async () => {
    const { port } = await startServer((_, response) =>
      setTimeout(() => {
        response.write('late');
        setTimeout(() => response.end(' and later'), 3300);
      }, 3300),
    );
    expect(await (await guardedFetch(only('loopback'))(`http://127.0.0.1:${port}/`)).text()).toBe('late and later');
  }, 10_000);

  it('BACK-6: a connection that breaks breaks the body, and a dead port has its code', async () => {
    const { port } = await startServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('part');
      setTimeout(() => response.destroy(), 20);
    });
    const fetch = guardedFetch(only('loopback'));
    await expect((await fetch(`http://127.0.0.1:${port}/`)).text()).rejects.toThrow();
    expect(await codeOf(fetch('http://127.0.0.1:1/'))).toBe('ECONNREFUSED');
  });
});
