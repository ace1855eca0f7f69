import { request as httpRequest } from 'node:http';
import { expect, test } from 'playwright/test';

/** A GET under any Host, which browsers and fetch do not let one choose. */
function get(url: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; type: string | undefined; body: string }>((resolve, reject) => {
    const sent = httpRequest(url, { headers }, async (response) => {
      let body = '';
      for await (const part of response) body += part;
      resolve({ status: response.statusCode, type: response.headers['content-type'], body });
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('the page runs under its strict policy without a violation', async ({ page }) => {
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  const response = await page.goto('/');
  await page.waitForLoadState('networkidle');

  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic';/);
  expect(policy).not.toMatch(/unsafe/);
  expect(complaints).toEqual([]);
});

test('the policy stops a script and a style without the nonce', async ({ page }) => {
  await page.goto('/');
  const stopped = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const seen: string[] = [];
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (seen.push(effectiveDirective) === 3) resolve(seen);
        });
        const holder = document.createElement('div');
        holder.innerHTML = '<p style="color: red" onclick="1"></p><style>p { color: red }</style>';
        document.body.append(holder);
      }),
  );
  expect(stopped.sort()).toEqual(['script-src-attr', 'style-src-attr', 'style-src-elem']);
});

test('every answer has a nonce of its own', async ({ request }) => {
  const nonces = await Promise.all(
    [1, 2, 3].map(
      async () => /'nonce-([^']+)'/.exec((await request.get('/')).headers()['content-security-policy'] ?? '')?.[1],
    ),
  );
  expect(new Set(nonces).size).toBe(3);
});

test('pages, routes and unknown paths refuse a foreign host', async ({ baseURL }) => {
  const host = 'rebound.example';
  for (const path of ['/', '/nothing-here']) {
    const page = await get(`${baseURL}${path}`, { host });
    expect(page).toMatchObject({ status: 421, type: 'text/plain; charset=utf-8' });
    expect(page.body).toContain('STRATA_ALLOWED_HOSTS');
  }
  const route = await get(`${baseURL}/api/health`, { host, 'x-forwarded-host': 'localhost' });
  expect(route.status).toBe(421);
  expect(JSON.parse(route.body)).toMatchObject({ ok: false, failure: { code: 'host-refused' } });
});

test('a page of another site cannot call a route', async ({ page, baseURL }) => {
  const origin = { origin: 'http://rebound.example' };
  expect((await get(`${baseURL}/api/health`, origin)).status).toBe(403);
  expect((await get(`${baseURL}/api/health`, {})).status).toBe(200);
  await page.goto('/');
  expect(await page.evaluate(async () => (await fetch('/api/health')).status)).toBe(200);
});
