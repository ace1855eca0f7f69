import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mitmproxyRecipe, nginxRecipe } from '@/lib/recipes/proxy-recipes.ts';
import { freePort } from '@/scripts/port.mjs';
import { haveProgram, type Running, startProgram } from './recipe-program.ts';

const HEADER = 'x-anthropic-billing-header: cc_version=2.1.44; cc_entrypoint=cli; cch=0a1b2;';
const EVENTS = [
  'event: message_start\ndata: {"type":"message_start","message":{"usage":{"input_tokens":7}}}\n\n',
  'event: message_delta\ndata: {"type":"message_delta","usage":{"output_tokens":3}}\n\n',
];

/** A server that streams its two events half a second apart, and keeps what it was sent. */
async function startUpstream() {
  const bodies: string[] = [];
  const seen: IncomingMessage['headers'][] = [];
  const server = createServer(async (incoming, response) => {
    let body = '';
    for await (const chunk of incoming) body += chunk;
    bodies.push(body);
    seen.push(incoming.headers);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(EVENTS[0]);
    setTimeout(() => response.end(EVENTS[1]), 500);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, bodies, seen, close: () => server.closeAllConnections() };
}

const posted = JSON.stringify({
  model: 'm',
  stream: true,
  system: [
    { type: 'text', text: HEADER },
    { type: 'text', text: 'Sei kurz. ✓' },
  ],
  messages: [{ role: 'user', content: 'Hello' }],
});

let folder = '';
let upstream: Awaited<ReturnType<typeof startUpstream>>;
let running: Running | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strata-recipes-'));
  upstream = await startUpstream();
});
afterAll(async () => {
  upstream.close();
  rmSync(folder, { recursive: true });
});

const hasNginx = haveProgram('nginx', 'nginx') && haveProgram('openssl', 'openssl');
const hasMitmproxy = haveProgram('mitmdump', 'mitmproxy');
if (!hasNginx) process.stdout.write('skipped  nginx: it is not here, and could not be installed\n');
if (!hasMitmproxy) process.stdout.write('skipped  mitmproxy: it is not here, and could not be installed\n');

const values = () => ({
  kind: 'llamacpp' as const,
  serverUrl: `http://127.0.0.1:${upstream.port}`,
  model: 'm',
  publicHost: 'localhost',
});

describe.skipIf(!hasNginx)('the nginx recipe, run', () => {
  let port = 0;
  beforeAll(async () => {
    port = await freePort(9490);
    const certificate = { chain: join(folder, 'chain.pem'), key: join(folder, 'key.pem') };
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost'];
    spawnSync('openssl', [...made, '-keyout', certificate.key, '-out', certificate.chain]);
    const [file] = nginxRecipe({ ...values(), tlsPort: port, certificate }).files;
    writeFileSync(join(folder, 'llm.conf'), file?.text ?? '');
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (each) => `${each}_temp_path ${folder}/${each};`,
    );
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/nginx.pid; error_log stderr;\nevents {}\nhttp { access_log off; ${places.join(' ')}\ninclude ${folder}/llm.conf; }\n`,
    );
    running = await startProgram('nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
      cwd: folder,
      ready: async () => (await call(port)).status === 200,
    });
  }, 60_000);
  afterAll(() => running?.stop());

  it('BACK-105: TLS ends there, the stream passes at once, and 30 MB do too', async () => {
    const answer = await call(port);
    expect(answer.text).toBe(EVENTS.join(''));
    expect(answer.endedAt - answer.firstAt).toBeGreaterThan(300);
    expect(upstream.bodies.at(-1)).toBe(posted);
    const large = await call(port, 'x'.repeat(30 * 1024 * 1024));
    expect([large.status, upstream.bodies.at(-1)?.length]).toEqual([200, 30 * 1024 * 1024]);
    expect(upstream.seen.at(-1)?.host).toBe('localhost');
  });
});

describe.skipIf(!hasMitmproxy)('the mitmproxy recipe, run', () => {
  it('BACK-106: takes the header out and nothing else, streams, and prints the usage', async () => {
    const [script] = mitmproxyRecipe(values()).files;
    writeFileSync(join(folder, script?.name ?? ''), script?.text ?? '');
    const port = await freePort(9490);
    const mode = `reverse:http://127.0.0.1:${upstream.port}`;
    const args = ['-s', 'strip_header.py', '--mode', mode, '--listen-host', '127.0.0.1', '--listen-port', String(port)];
    const proxy = await startProgram('mitmdump', [...args, '--set', `confdir=${folder}`], {
      cwd: folder,
      ready: async () => (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: '{}' })).ok,
    });
    try {
      const sentAt = Date.now();
      const response = await fetch(`http://127.0.0.1:${port}/v1/messages`, { method: 'POST', body: posted });
      const reader = response.body?.getReader();
      const first = new TextDecoder().decode((await reader?.read())?.value);
      expect(first).toBe(EVENTS[0]);
      expect(Date.now() - sentAt).toBeLessThan(450);
      expect(new TextDecoder().decode((await reader?.read())?.value)).toBe(EVENTS[1]);
      const { system, ...rest } = JSON.parse(posted);
      expect(JSON.parse(upstream.bodies.at(-1) ?? '')).toEqual({ ...rest, system: system.slice(1) });
      expect(proxy.output()).toContain('billing header taken out');
      expect(proxy.output()).toContain('usage {"output_tokens": 3}');
      const untouched = JSON.stringify({ system: `${HEADER}\nBe brief.`, messages: [] });
      await (await fetch(`http://127.0.0.1:${port}/v1/messages`, { method: 'POST', body: untouched })).text();
      expect(JSON.parse(upstream.bodies.at(-1) ?? '')).toEqual({ system: 'Be brief.', messages: [] });
      await (
        await fetch(`http://127.0.0.1:${port}/v1/messages`, { method: 'POST', body: '{"system": "Plain" }' })
      ).text();
      expect(upstream.bodies.at(-1)).toBe('{"system": "Plain" }');
    } finally {
      await proxy.stop();
    }
  }, 60_000);
});

/** Through nginx, whose certificate nobody has signed. */
function call(
  port: number,
  body = posted,
): Promise<{ status: number; text: string; firstAt: number; endedAt: number }> {
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', servername: 'localhost', method: 'POST', path: '/v1/messages' };
    const headers = { host: 'localhost', 'content-type': 'application/json' };
    const request = httpsRequest({ ...options, headers, rejectUnauthorized: false }, (answer) => {
      let text = '';
      let firstAt = 0;
      answer.on('data', (data) => {
        firstAt ||= Date.now();
        text += String(data);
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, firstAt, endedAt: Date.now() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}
