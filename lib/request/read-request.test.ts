import { describe, expect, it } from 'vitest';
import { readRequest } from './read-request.ts';

describe('a pasted request', () => {
  it('COMPARE-4 is taken in the shape of a Messages request, also where the provider would refuse it', () => {
    const request = { model: 'm', messages: [{ role: 'user', content: 'Hello' }] };
    expect(readRequest(JSON.stringify(request))).toEqual({ ok: true, value: request });
  });

  it('COMPARE-4 says what is wrong, and where', () => {
    expect(readRequest('{')).toMatchObject({ ok: false, failure: { message: expect.stringContaining('not JSON') } });
    expect(readRequest('{"model":"m"}')).toMatchObject({ ok: false, failure: { place: 'messages' } });
    expect(readRequest('[]')).toMatchObject({ ok: false });
  });
});
