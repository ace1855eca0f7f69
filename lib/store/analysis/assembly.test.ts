import { describe, expect, it } from 'vitest';
import { BACKEND_KINDS, type BackendKind } from '@/lib/backends/backend-kind.ts';
import { neededBetas } from '@/lib/backends/beta-headers.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { assemble } from './assembly.ts';

const [{ document }] = PRESETS;
const scoped = {
  ...document,
  tools: [],
  flags: { ...document.flags, global_cache_scope: true },
  cache: { ...document.cache, sendScope: true },
};

describe('the scope of a mark', () => {
  const scopesAt = (kind: BackendKind | undefined) => {
    const { request } = assemble(scoped, 1, undefined, kind).built;
    return { scopes: JSON.stringify(request).split('"scope":"global"').length - 1, betas: neededBetas(request).length };
  };

  it.each(BACKEND_KINDS)(
    'REQUEST-5: goes out to the provider’s own API and its emulator alone, with its beta: %s',
    (kind) => {
      const isTheirs = kind === 'anthropic' || kind === 'emulator';
      expect(scopesAt(kind)).toEqual(isTheirs ? { scopes: 1, betas: 1 } : { scopes: 0, betas: 0 });
    },
  );

  it('REQUEST-5: is nothing else: the rest of the request is the same, and the document keeps the switch', () => {
    const [theirs, other] = (['anthropic', 'litellm'] as const).map((kind) => assemble(scoped, 1, undefined, kind));
    const bare = JSON.stringify(theirs?.built.request).replace(',"scope":"global"', '');
    expect(JSON.stringify(other?.built.request)).toBe(bare);
    expect(other?.document.cache.sendScope).toBe(true);
  });
});
