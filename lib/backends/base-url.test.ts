import { describe, expect, it } from 'vitest';
import { baseUrlFault } from './base-url.ts';

describe('BACK-61, BACK-71: the address of a server', () => {
  it.each(['http://127.0.0.1:8080', 'https://gpu.local/v1', 'HTTP://[::1]:1/'])('may be %s', (address) =>
    expect(baseUrlFault(address)).toBeUndefined(),
  );

  it.each(['', 'localhost:8080', 'ftp://a', 'http://', 'http:127.0.0.1', ' http://a', 'http://a b', 'http://a '])(
    'is none: "%s"',
    (address) => expect(baseUrlFault(address)).toBe('no-address'),
  );

  it.each(['http://u@a', 'http://u:p@a', 'http://a?key=1', 'http://a/#x', 'http://a/?', 'http://a/#'])(
    'holds what no path can follow, or a secret: %s',
    (address) => expect(baseUrlFault(address)).toBe('holds-more'),
  );
});
