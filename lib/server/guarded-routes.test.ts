import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;
type Handler = (request: Request, context: unknown) => Promise<Response>;

const api = fileURLToPath(new URL('../../app/api/', import.meta.url));
const routes = readdirSync(api, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /(^|[\\/])route\.ts$/.test(path),
);

describe('every API route', () => {
  it('is seen by this test', () => expect(routes.length).toBeGreaterThan(0));

  it.each(routes)('refuses a foreign host and a foreign page, whatever the method: %s', async (path) => {
    const module = (await import(`${api}${path}`)) as Readonly<Record<string, unknown>>;
    const methods = METHODS.filter((method) => method in module);
    expect(methods.length).toBeGreaterThan(0);
    for (const method of methods) {
      const answer = (headers: Record<string, string>) => {
        const request = new Request('http://localhost:3000/api/', { method, headers });
        return (module[method] as Handler)(request, { params: Promise.resolve({}) });
      };
      expect((await answer({ host: 'rebound.example' })).status).toBe(421);
      expect((await answer({ host: 'localhost:3000', origin: 'http://rebound.example' })).status).toBe(403);
    }
  });
});
