import { describe, expect, it } from 'vitest';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { betaHeaders, neededBetas } from './beta-headers.ts';

const REQUEST: MessageCreateParamsBase = { model: 'm', max_tokens: 1, messages: [{ role: 'user', content: 'Hello' }] };

describe('the betas of a request', () => {
  it('BACK-4, CACHE-4 are those of fast mode for fast mode alone: standard said aloud is the same as nothing said', () => {
    expect(neededBetas({ ...REQUEST, speed: 'fast' })).toEqual(['fast-mode-2026-02-01']);
    for (const speed of ['standard', null] as const) {
      expect(neededBetas({ ...REQUEST, speed })).toEqual([]);
      expect(betaHeaders({ ...REQUEST, speed })).toEqual({});
    }
  });

  it('BACK-4 are those of every field that is there', () => {
    const request = { ...REQUEST, speed: 'fast' as const, context_management: { edits: [] } };
    expect(betaHeaders(request)).toEqual({ 'anthropic-beta': 'fast-mode-2026-02-01,context-management-2025-06-27' });
  });
});
