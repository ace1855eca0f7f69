import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { guarded } from './guard.ts';

const answer = async (headers: Record<string, string>) => {
  const handler = vi.fn(() => Response.json({ ok: true }));
  const response = await guarded(handler)(new Request('http://localhost/api/x', { headers }), undefined);
  return { status: response.status, body: await response.json(), ran: handler.mock.calls.length === 1 };
};

describe('guarded', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('lets programs through, which send no Origin', async () => {
    expect(await answer({ host: 'localhost:3000' })).toEqual({ status: 200, body: { ok: true }, ran: true });
  });

  it('lets its own page through', async () => {
    const page = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' };
    expect((await answer(page)).status).toBe(200);
    expect((await answer({ host: 'localhost:80', origin: 'http://localhost' })).status).toBe(200);
    expect((await answer({ host: 'localhost', 'sec-fetch-site': 'none' })).status).toBe(200);
  });

  it.each([{}, { host: 'evil.example:3000' }, { host: 'evil.example', 'x-forwarded-host': 'localhost' }])(
    'refuses a foreign Host with 421: %j',
    async (headers) => {
      const refused = await answer(headers);
      expect(refused).toMatchObject({
        status: 421,
        ran: false,
        body: { ok: false, failure: { code: 'host-refused' } },
      });
      expect(refused.body.failure.fix).toContain('STRATA_ALLOWED_HOSTS');
    },
  );

  it('answers hosts that the environment lists', async () => {
    vi.stubEnv('STRATA_ALLOWED_HOSTS', 'strata.example.com');
    expect((await answer({ host: 'strata.example.com', origin: 'https://strata.example.com' })).status).toBe(200);
    expect((await answer({ host: 'other.example.com' })).status).toBe(421);
  });

  it.each([
    { origin: 'http://evil.example' },
    { origin: 'http://localhost:4000' },
    { origin: 'https://localhost:3000.evil.example' },
    { origin: 'null' },
    { origin: 'file://' },
    { origin: '' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
  ])('refuses a call from a foreign page with 403: %j', async (headers) => {
    const refused = await answer({ host: 'localhost:3000', ...headers });
    expect(refused).toMatchObject({ status: 403, ran: false, body: { ok: false, failure: { code: 'host-refused' } } });
  });
});

const METHODS = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS';

/** The methods that a route file exports in any way other than `export const METHOD = guarded(`. */
function unguarded(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
  const declared = [
    ...code.matchAll(new RegExp(`export\\s+(?:async\\s+)?(?:const|let|var|function\\*?)\\s+(${METHODS})\\b`, 'g')),
  ];
  const wrapped = [
    ...code.matchAll(new RegExp(`export\\s+const\\s+(${METHODS})(?:\\s*:[^=]+)?\\s*=\\s*guarded(?:<[^;]*?>)?\\(`, 'g')),
  ];
  const ours = /import\s*\{[^}]*\bguarded\b[^}]*\}\s*from\s*'@\/lib\/server\/guard\.ts'/.test(code);
  const names = ours ? new Set(wrapped.map((match) => match[1])) : new Set();
  const reexported = [...code.matchAll(/export\s*(?:\{[^}]*\}|\*)/g)].map((match) => match[0]);
  return [...declared.map((match) => match[1] ?? '').filter((name) => !names.has(name)), ...reexported];
}

describe('the API routes', () => {
  const folder = fileURLToPath(new URL('../../app/api', import.meta.url));
  const routes = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /(^|[\\/])route\.tsx?$/.test(file))
    : [];

  it('has routes to look at', () => expect(routes.length).toBeGreaterThan(0));

  it.each(routes)('%s is wrapped by guarded(…)', (file) => {
    expect(unguarded(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
  });

  it.each(routes)('%s refuses a foreign host whatever the method', async (file) => {
    const route: Record<string, unknown> = await import(/* @vite-ignore */ join(folder, file));
    const methods = Object.entries(route).filter(([name]) => new RegExp(`^(${METHODS})$`).test(name));
    expect(methods.length).toBeGreaterThan(0);
    for (const [method, handler] of methods) {
      const request = new Request('http://localhost/', { method, headers: { host: 'evil.example' } });
      const response = await (handler as (request: Request, context: unknown) => Promise<Response>)(request, {});
      expect(response.status, method).toBe(421);
    }
  });

  it('would catch every kind of unguarded route', () => {
    const guard = "import { guarded } from '@/lib/server/guard.ts';\n";
    expect(
      unguarded(`${guard}export const GET = guarded(handle);\nexport const POST = guarded<Context>(async () => x);`),
    ).toEqual([]);
    expect(unguarded(`${guard}export async function GET() {}`)).toEqual(['GET']);
    expect(unguarded(`${guard}export function DELETE() {}`)).toEqual(['DELETE']);
    expect(unguarded(`${guard}export const POST = async () => x;\nexport const GET = guarded(y);`)).toEqual(['POST']);
    expect(unguarded(`${guard}// export const PUT = guarded(y);\nexport const PUT = y;`)).toEqual(['PUT']);
    expect(unguarded('const guarded = (x) => x;\nexport const GET = guarded(y);')).toEqual(['GET']);
    expect(unguarded(`${guard}const GET = y;\nexport { GET };`)).toEqual(['export { GET }']);
    expect(unguarded(`export * from './handlers.ts';`)).toEqual(['export *']);
  });
});
