import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, createNonce } from './content-security-policy.ts';

const directives = (policy: string) =>
  new Map(policy.split('; ').map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1)]));

describe('contentSecurityPolicy', () => {
  const strict = directives(contentSecurityPolicy('abc', false));

  it('allows nothing inline, evaluated or from elsewhere in production', () => {
    const sources = [...strict.values()].flat();
    expect(sources.filter((source) => /unsafe|\*|^https?:|^wss?:|blob:/.test(source))).toEqual([]);
    expect(strict.get('script-src')).toEqual(["'self'", "'nonce-abc'", "'strict-dynamic'"]);
    expect(strict.get('style-src')).toEqual(["'self'", "'nonce-abc'"]);
  });

  it('closes what the page never uses', () => {
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) {
      expect(strict.get(name)).toEqual(["'none'"]);
    }
  });

  it('allows eval, inline styles and hot reloading in development only', () => {
    const loose = directives(contentSecurityPolicy('abc', true));
    expect(loose.get('script-src')).toContain("'unsafe-eval'");
    expect(loose.get('style-src')).toEqual(["'self'", "'unsafe-inline'"]);
    expect(loose.get('connect-src')).toEqual(["'self'", 'ws:']);
  });
});

describe('createNonce', () => {
  it('gives 128 fresh bits each time', () => {
    const nonces = Array.from({ length: 100 }, createNonce);
    expect(new Set(nonces).size).toBe(100);
    expect(nonces.every((nonce) => /^[A-Za-z0-9+/]{22}==$/.test(nonce))).toBe(true);
  });
});
