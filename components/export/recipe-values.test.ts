import { describe, expect, it } from 'vitest';
import { BACKEND_KINDS } from '@/lib/backends/backend-kind.ts';
import { valuesFault } from '@/lib/recipes/recipe.ts';
import { firstValues } from './recipe-values.ts';

describe('the values that recipes begin with', () => {
  it('BACK-107: make recipes for every kind, and are those of the visitor’s own server where there is one', () => {
    for (const kind of [...BACKEND_KINDS, undefined])
      expect(valuesFault(firstValues(kind, 'm', undefined))).toBeUndefined();
    const own = { name: 'Mine', kind: 'llamacpp', baseUrl: 'http://10.0.0.7:8081' } as const;
    expect(firstValues('llamacpp', 'm', own)).toMatchObject({ kind: 'llamacpp', serverUrl: own.baseUrl, model: 'm' });
    expect(firstValues('ollama', 'm', undefined).serverUrl).toBe('http://127.0.0.1:11434');
  });
});
