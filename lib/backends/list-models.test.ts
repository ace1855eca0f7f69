import { describe, expect, it } from 'vitest';
import { success } from '@/lib/result.ts';
import { API_VERSION } from './api-version.ts';
import type { BackendFamily, BackendKind } from './backend-kind.ts';
import { listModels } from './list-models.ts';

const call = { signal: new AbortController().signal, session: 's' };

async function asked(
  answer: Response,
  settings: { kind?: BackendKind; family?: BackendFamily; baseURL?: string; key?: string },
) {
  const seen: { url: string; headers: Headers }[] = [];
  const { kind = 'llamacpp', family, baseURL = 'http://h:1', key } = settings;
  const result = await listModels(
    {
      description: { id: 'b', name: 'B', kind, key: 'server', ...(family && { family }) },
      baseURL,
      keyFor: () => success(key),
      fetch: async (url, init) => {
        seen.push({ url: String(url), headers: new Headers(init?.headers) });
        return answer;
      },
      clock: () => 0,
    },
    call,
  );
  return { result, ...seen[0] };
}

const list = (data: unknown) => Response.json({ data });

describe('the models that a server lists', () => {
  it.each([
    ['llamacpp', undefined, 'http://h:1', 'http://h:1/v1/models'],
    ['llamacpp', undefined, 'http://h:1/v1/', 'http://h:1/v1/models'],
    ['litellm', undefined, 'http://h:1/proxy', 'http://h:1/proxy/v1/models'],
    ['openai', undefined, 'https://api.openai.com', 'https://api.openai.com/v1/models'],
    ['openrouter', undefined, 'https://openrouter.ai/api/v1', 'https://openrouter.ai/api/v1/models'],
    ['vllm', 'responses', 'http://h:1/v1', 'http://h:1/v1/models'],
    ['anthropic', undefined, 'https://api.anthropic.com', 'https://api.anthropic.com/v1/models?limit=1000'],
  ] as const)('BACK-75: of %s (%s) at %s are at %s', async (kind, family, baseURL, url) => {
    expect((await asked(list([]), { kind, baseURL, ...(family && { family }) })).url).toBe(url);
  });

  it('BACK-75: are their ids, whatever else is in the list', async () => {
    const data = [{ id: 'a' }, { id: '' }, { id: 7 }, null, 'b', { id: 'c', object: 'model' }];
    expect((await asked(list(data), {})).result).toEqual({ ok: true, value: ['a', 'c'] });
    expect((await asked(Response.json(['a']), {})).result).toEqual({ ok: true, value: [] });
  });

  it('BACK-32: are asked for as answers are: by a bearer alone, and of Anthropic by the same version of the API', async () => {
    const anthropic = await asked(list([]), { kind: 'anthropic', key: 'k' });
    expect(Object.fromEntries(anthropic.headers ?? [])).toEqual({
      accept: 'application/json',
      authorization: 'Bearer k',
      'anthropic-version': API_VERSION,
    });
    expect((await asked(list([]), { kind: 'vllm', key: 'k' })).headers?.has('anthropic-version')).toBe(false);
  });

  it('BACK-8, BACK-76: are asked for with the key, and no failure holds it', async () => {
    const key = 'sk-canary';
    expect((await asked(list([]), { key })).headers?.get('authorization')).toBe('Bearer sk-canary');
    expect((await asked(list([]), {})).headers?.has('authorization')).toBe(false);
    const refused = await asked(new Response('bad sk-canary', { status: 401 }), { key });
    expect(refused.result).toMatchObject({ ok: false, failure: { code: 'backend-refused-key' } });
    const missing = await asked(new Response('', { status: 404 }), { key });
    expect(missing.result).toMatchObject({ ok: false, failure: { message: 'B lists no models (404).' } });
    const page = await asked(new Response('<p>sk-canary', { headers: { 'content-type': 'text/html' } }), { key });
    expect(page.result.ok).toBe(false);
    const rubbish = await asked(new Response('sk-canary'), { key });
    expect(rubbish.result.ok).toBe(false);
    for (const { result } of [refused, missing, page, rubbish]) expect(JSON.stringify(result)).not.toContain('canary');
  });
});
