import { describe, expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { readRequest } from './read-request.ts';
import { readRequestBody } from './read-request-body.ts';

describe('a pasted request', () => {
  it('COMPARE-4 is taken in the shape of a Messages request, also where the provider would refuse it', () => {
    const request = { model: 'm', messages: [{ role: 'user', content: 'Hello' }] };
    expect(readRequestBody(JSON.stringify(request))).toEqual({ ok: true, value: request });
  });

  it('COMPARE-4 says what is wrong, and where', () => {
    expect(readRequestBody('{"model":\n  "m",}')).toMatchObject({
      ok: false,
      failure: { message: 'It stops being JSON here.', place: 'The request, line 2, column 7' },
    });
    expect(readRequestBody('{"model":"m"}')).toMatchObject({ ok: false, failure: { place: 'messages' } });
    expect(readRequestBody('[]')).toMatchObject({ ok: false, failure: { place: 'The request' } });
    expect(readRequestBody(' \n')).toMatchObject({ ok: false, failure: { message: 'There is nothing in it.' } });
  });

  it.each(['', '{', '[]', '{"model":"m"}'])('IMPORT-7 is refused as an imported one is: %j', (text) => {
    const refused = readRequestBody(text);
    expect(refused).toMatchObject({
      ok: false,
      failure: { code: 'import-invalid', message: expect.stringMatching(/\.$/), fix: expect.stringMatching(/\.$/) },
    });
    expect(readRequest(text, PRESETS[0].document, 'Pasted')).toEqual(refused);
  });
});
