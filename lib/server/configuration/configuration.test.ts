import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configuration, describeFaults, readConfiguration } from './configuration.ts';
import { parseConfiguration } from './parse-configuration.ts';

const LLAMA = { name: 'llama.cpp here', kind: 'llamacpp', baseUrl: 'http://127.0.0.1:8080/' };
const parsed = (value: unknown) => parseConfiguration(JSON.stringify(value), 'strata.config.json');
const faults = (value: unknown) => {
  const result = parsed(value);
  return result.ok ? [] : result.failure;
};

describe('the configuration', () => {
  it('BACK-60: declares backends, with ids made of names', () => {
    expect(
      parsed({ default: 'vLLM', backends: [LLAMA, { ...LLAMA, id: 'gpu', name: 'vLLM', models: ['m'] }] }),
    ).toEqual({
      ok: true,
      value: {
        default: 'gpu',
        backends: [
          { ...LLAMA, id: 'llama-cpp-here', baseUrl: 'http://127.0.0.1:8080', models: [], privateNetwork: false },
          { ...LLAMA, id: 'gpu', name: 'vLLM', baseUrl: 'http://127.0.0.1:8080', models: ['m'], privateNetwork: false },
        ],
      },
    });
    expect(parsed({ backends: [LLAMA] })).toMatchObject({ value: { default: 'emulator' } });
  });

  it.each([
    [{}, 'strata.config.json, backends', /list/],
    [{ backends: [] }, 'strata.config.json, backends', /1 at least/],
    [{ backends: [{ ...LLAMA, kind: 'llama' }] }, 'strata.config.json, backends[0].kind', /"llamacpp"/],
    [{ backends: [LLAMA, { ...LLAMA, name: '' }] }, 'strata.config.json, backends[1].name', /empty/],
    [
      { backends: [{ ...LLAMA, baseUrl: 'localhost:8080' }] },
      'strata.config.json, backends[0].baseUrl',
      /http or https/,
    ],
    [
      { backends: [{ ...LLAMA, baseUrl: 'http://u:p@h' }] },
      'strata.config.json, backends[0].baseUrl',
      /without a user/,
    ],
    [
      { backends: [{ ...LLAMA, baseUrl: 'http:127.0.0.1' }] },
      'strata.config.json, backends[0].baseUrl',
      /http or https/,
    ],
    [{ backends: [{ ...LLAMA, baseUrl: 'http://h/?' }] }, 'strata.config.json, backends[0].baseUrl', /query/],
    [{ backends: [{ ...LLAMA, baseUrl: 'http://h/?key=1' }] }, 'strata.config.json, backends[0].baseUrl', /query/],
    [{ backends: [{ ...LLAMA, upstream: 'vllm' }] }, 'strata.config.json, backends[0].upstream', /behind a proxy/],
    [
      { backends: [{ ...LLAMA, kind: 'litellm', upstream: 'other' }] },
      'strata.config.json, backends[0].upstream',
      /neither/,
    ],
    [{ backends: [LLAMA, LLAMA] }, 'strata.config.json, backends[1]', /taken/],
    [{ backends: [{ ...LLAMA, name: 'Emulator' }] }, 'strata.config.json, backends[0]', /taken/],
    [{ backends: [{ ...LLAMA, name: '漢字' }] }, 'strata.config.json, backends[0]', /no letter or digit/],
    [{ default: 'none', backends: [LLAMA] }, 'strata.config.json, default', /No backend/],
    [{ backends: [{ ...LLAMA, model: 'm' }] }, 'strata.config.json, backends[0]', /not known: "model"/],
  ])('BACK-61: %j is refused with its place', (value, place, message) => {
    const [first] = faults(value);
    expect(first).toMatchObject({ code: 'configuration-invalid', place, message: expect.stringMatching(message) });
    expect(first?.fix).toMatch(/\.$/);
  });

  it('BACK-61: says all that is wrong at once, in lines for the console', () => {
    const told = describeFaults(faults({ backends: [{ ...LLAMA, kind: 'x', baseUrl: 'y' }] }));
    expect(told.split('\n')).toHaveLength(2);
    expect(told).toMatch(/^strata\.config\.json, backends\[0\]\.kind: It must be .+ Mend it, then start again\.$/m);
  });

  it('BACK-62: a key in the place of its variable, or in a field of its own, is refused and not repeated', () => {
    for (const leak of [{ keyVariable: 'sk-canary' }, { apiKey: 'sk-canary' }]) {
      const told = describeFaults(faults({ backends: [{ ...LLAMA, ...leak }] }));
      expect(told).toMatch(/environment variable/);
      expect(told).not.toContain('sk-canary');
    }
  });

  it('BACK-61: text that is no JSON is refused with line and column, and without a word of it', () => {
    const result = parseConfiguration('{\n  "backends": [sk-canary]\n}', 'file.json');
    expect(result).toMatchObject({ ok: false, failure: [{ place: 'file.json, line 2, column 16' }] });
    expect(JSON.stringify(result)).not.toContain('canary');
  });

  it('BACK-60: comes from STRATA_BACKENDS or from a file, and is Anthropic alone without either', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'strata-')), 'own.json');
    writeFileSync(path, JSON.stringify({ backends: [LLAMA] }));
    const ids = (environment: Record<string, string>) => configuration(environment).backends.map(({ id }) => id);
    expect(ids({ STRATA_CONFIG: path })).toEqual(['llama-cpp-here']);
    expect(ids({ STRATA_BACKENDS: JSON.stringify({ backends: [{ ...LLAMA, id: 'inline' }] }) })).toEqual(['inline']);
    expect(ids({})).toEqual(['anthropic']);
  });

  it('BACK-61: both ways at once, and a file that is not there, are faults', () => {
    const both = readConfiguration({ STRATA_BACKENDS: '{}', STRATA_CONFIG: 'x' });
    expect(both).toMatchObject({ ok: false, failure: [{ place: 'environment' }] });
    const missing = readConfiguration({ STRATA_CONFIG: '/nowhere/strata.json' });
    expect(missing).toMatchObject({
      ok: false,
      failure: [{ place: '/nowhere/strata.json', message: expect.stringMatching(/no such file/) }],
    });
    expect(() => configuration({ STRATA_CONFIG: '/nowhere/strata.json' })).toThrow(/no such file/);
  });
});
