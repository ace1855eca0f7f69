import { describe, expect, it } from 'vitest';
import { hostNotice, isAllowedHost } from './host.ts';

describe('isAllowedHost', () => {
  it.each(['localhost', 'LOCALHOST:3000', 'a.localhost:1', '127.0.0.1', '127.8.9.10:3000', '[::1]', '[::1]:3000'])(
    'answers loopback: %s',
    (host) => expect(isAllowedHost(host, undefined)).toBe(true),
  );

  it.each([
    null,
    '',
    'evil.example',
    'evil.example:3000',
    'localhost.evil.example',
    'notlocalhost',
    '127.0.0.1.evil.example',
    '127.evil.example',
    '0.0.0.0:3000',
    '192.168.1.20',
    '[::2]',
    'localhost/@evil',
    'user@localhost',
    'localhost localhost',
    'localhost:99999',
    'localhost#',
  ])('refuses anything else: %s', (host) => expect(isAllowedHost(host, undefined)).toBe(false));

  it('answers listed names on any port, and listed ports only on that port', () => {
    const allowed = 'strata.example.com, Other.example:8443,[2001:db8::1],';
    expect(isAllowedHost('strata.example.com', allowed)).toBe(true);
    expect(isAllowedHost('strata.example.com:3000', allowed)).toBe(true);
    expect(isAllowedHost('other.example:8443', allowed)).toBe(true);
    expect(isAllowedHost('other.example', allowed)).toBe(false);
    expect(isAllowedHost('other.example:8444', allowed)).toBe(false);
    expect(isAllowedHost('[2001:db8::1]:3000', allowed)).toBe(true);
    expect(isAllowedHost('sub.strata.example.com', allowed)).toBe(false);
    expect(isAllowedHost('', allowed)).toBe(false);
  });
});

describe('hostNotice', () => {
  it.each([
    [{ STRATA_LISTENS_ON_LOOPBACK: '1' }, false],
    [{ STRATA_LISTENS_ON_LOOPBACK: '', STRATA_ALLOWED_HOSTS: 'strata.example.com' }, false],
    [{ STRATA_LISTENS_ON_LOOPBACK: '', STRATA_ALLOWED_HOSTS: ' ' }, true],
    [{}, true],
  ])('tells a server that others reach when it answers none of them: %j', (environment, isTold) => {
    expect(hostNotice(environment)?.includes('STRATA_ALLOWED_HOSTS') ?? false).toBe(isTold);
  });
});
