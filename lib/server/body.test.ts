import { describe, expect, it } from 'vitest';
import { readJson } from './body.ts';

const post = (body: BodyInit | ReadableStream<Uint8Array>, headers: HeadersInit = {}) =>
  new Request('http://localhost/api/send', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);

const failureOf = async (request: Request, maxBytes = 100) => {
  const result = await readJson(request, maxBytes);
  if (result.ok) throw new Error('expected a failure');
  return result.failure;
};

describe('readJson', () => {
  it('gives the parsed body, up to exactly the limit', async () => {
    const body = JSON.stringify({ text: 'é 日本 😀' });
    const bytes = new TextEncoder().encode(body).byteLength;
    expect(await readJson(post(body), bytes)).toEqual({ ok: true, value: JSON.parse(body) });
    expect((await failureOf(post(body), bytes - 1)).code).toBe('body-too-large');
  });

  it('refuses by the announced length without reading a byte', async () => {
    let pulled = 0;
    const pull = () => {
      pulled += 1;
    };
    const stream = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
    const failure = await failureOf(post(stream, { 'content-length': '101' }));
    expect(failure).toMatchObject({ code: 'body-too-large', message: expect.stringContaining('100 bytes') });
    expect(pulled).toBe(0);
  });

  it('stops reading a body without a length, or with a false one, once it is too long', async () => {
    let sent = 0;
    let cancelled = false;
    const endless = () =>
      new ReadableStream<Uint8Array>(
        {
          pull: (controller) => {
            sent += 1;
            controller.enqueue(new Uint8Array(40).fill(32));
          },
          cancel: () => {
            cancelled = true;
          },
        },
        { highWaterMark: 0 },
      );
    expect((await failureOf(post(endless()))).code).toBe('body-too-large');
    expect(sent).toBe(3);
    expect(cancelled).toBe(true);
    expect((await failureOf(post(endless(), { 'content-length': '5' }))).code).toBe('body-too-large');
  });

  it('says where malformed JSON is wrong', async () => {
    expect(await failureOf(post('{\n  "a": 1,\n}'))).toMatchObject({
      code: 'request-invalid',
      message: 'The request body is not JSON: unexpected "}" at line 3, column 1 (position 12).',
      place: 'line 3, column 1',
    });
    expect((await failureOf(post('{"a":'))).message).toContain('ends too early at line 1, column 6 (position 5)');
    expect((await failureOf(post(''))).message).toContain('empty');
  });

  it('refuses bytes that are not UTF-8', async () => {
    expect((await failureOf(post(new Uint8Array([0x22, 0xff, 0x22])))).message).toContain('UTF-8');
  });

  it('reports a body that breaks off', async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('reset')) });
    expect((await failureOf(post(broken))).code).toBe('stream-cut');
  });
});
