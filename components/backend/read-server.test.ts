import { describe, expect, it } from 'vitest';
import { addressFault, readServer, type ServerForm } from './read-server.ts';

const EMPTY: ServerForm = {
  name: '',
  kind: 'other',
  family: '',
  upstream: '',
  arithmetic: '',
  baseUrl: 'http://127.0.0.1:1',
  models: '',
};

describe('a server of one’s own, as it is typed', () => {
  it('BACK-71: is named for its host unless told, and its models stand by lines or commas', () => {
    const form: ServerForm = {
      ...EMPTY,
      name: ' ',
      kind: 'llamacpp',
      baseUrl: ' http://127.0.0.1:8080 ',
      models: 'a, b\n a\n',
    };
    expect(readServer(form)).toEqual({
      server: { name: '127.0.0.1:8080', kind: 'llamacpp', baseUrl: 'http://127.0.0.1:8080' },
      models: ['a', 'b'],
    });
    expect(readServer({ ...form, name: 'Mine', family: 'responses' }).server).toMatchObject({
      name: 'Mine',
      family: 'responses',
    });
  });

  it('BACK-71: tells what stands behind a proxy and what its input figure means, as the configuration does', () => {
    const form: ServerForm = { ...EMPTY, kind: 'litellm', upstream: 'vllm', arithmetic: 'inclusive' };
    expect(readServer(form).server).toMatchObject({ upstream: 'vllm', arithmetic: 'inclusive' });
    expect(readServer({ ...form, kind: 'llamacpp' }).server).not.toHaveProperty('upstream');
    expect(readServer(EMPTY).server).not.toHaveProperty('arithmetic');
  });

  it('BACK-71: an address that cannot be one is told while it is typed', () => {
    for (const right of ['http://127.0.0.1:8080', 'https://gpu.local/v1']) expect(addressFault(right)).toBeUndefined();
    for (const wrong of ['', 'localhost:8080', 'ftp://a', 'http://u:p@a', 'http://a?key=1', 'http://a/?', 'http://'])
      expect(addressFault(wrong), wrong).toMatch(/\.$/);
  });
});
