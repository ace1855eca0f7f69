import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted, shellWord } from './quote.ts';
import { type RecipeValues, valuesFault } from './recipe.ts';
import { recipes } from './recipes.ts';

const VALUES: RecipeValues = {
  kind: 'vllm',
  serverUrl: 'http://127.0.0.1:8000/v1/',
  model: 'org/model-7b',
  publicHost: 'llm.example.com',
};
const textOf = (id: string, values: Partial<RecipeValues> = {}): string => {
  const recipe = recipes({ ...VALUES, ...values }).find((each) => each.id === id);
  return recipe?.files.map(({ text }) => text).join('\n') ?? '';
};

describe('the recipes', () => {
  it('BACK-100: each says when to use it and how to check it, and leaves no place to be filled in by hand but the key', () => {
    const all = recipes(VALUES);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { when, check, files, title } of all) {
      expect(when.length, title).toBeGreaterThan(40);
      expect(check, title).toMatch(/curl/);
      for (const { text } of files) expect(text, title).not.toMatch(/undefined|\[object|SERVER/);
    }
  });

  it('BACK-101: the client is pointed at the server’s root, with the header off', () => {
    expect(JSON.parse(textOf('client-settings'))).toEqual({
      env: {
        ANTHROPIC_BASE_URL: 'http://127.0.0.1:8000',
        ANTHROPIC_AUTH_TOKEN: 'put your key here',
        ANTHROPIC_MODEL: 'org/model-7b',
        CLAUDE_CODE_ATTRIBUTION_HEADER: '0',
      },
    });
  });

  it.each([
    ['vllm', 'hosted_vllm/m', true],
    ['llamacpp', 'hosted_vllm/m', true],
    ['ollama', 'hosted_vllm/m', true],
    ['other', 'hosted_vllm/m', true],
    ['openai', 'openai/m', false],
    ['anthropic', 'anthropic/m', false],
    ['deepseek', 'deepseek/m', false],
  ] as const)('BACK-102: LiteLLM gets %s as %s', (kind, model, hasBase) => {
    const text = textOf('litellm', { kind, model: 'm' });
    expect(text).toContain(`model: "${model}"`);
    expect(text.includes('api_base: "http://127.0.0.1:8000/v1"')).toBe(hasBase);
    expect(text.includes('os.environ/') && !/api_key: sk-/.test(text)).toBe(true);
  });

  it('BACK-103: the response cache comes with a warning of what it does to measurements', () => {
    expect(recipes(VALUES).find(({ id }) => id === 'litellm-redis')?.warning).toMatch(/no prompt cache.*wrong/s);
  });

  it('BACK-104: whatever a name holds, a shell reads it as that one word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/\p{Cc}|\ud800|\udfff/u.test(text)),
        (text) => {
          const { stdout } = spawnSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' });
          expect(stdout).toBe(text);
          expect(JSON.parse(quoted(text))).toBe(text);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    ['serverUrl', 'http://h; rm -rf /'],
    ['serverUrl', 'http://h/{x}'],
    ['serverUrl', 'localhost:80'],
    ['serverUrl', 'http://h\n'],
    ['model', 'a\nb'],
    ['model', ''],
    ['publicHost', 'a; include x'],
    ['publicHost', ''],
  ] as const)('BACK-104: %s %j makes no recipe', (field, value) => {
    expect(valuesFault({ ...VALUES, [field]: value })).toMatchObject({ field, message: expect.stringMatching(/\.$/) });
  });

  it('BACK-104: values that are right make recipes', () => expect(valuesFault(VALUES)).toBeUndefined());
});
