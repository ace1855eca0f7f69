import { describe, expect, it } from 'vitest';
import { DEFAULT_FLAGS } from '@/lib/prompt/flag.ts';
import { DOCUMENT_VERSION } from './document.ts';
import { parseDocument } from './parse-document.ts';
import { PRESETS } from './presets.ts';

const BASE = PRESETS[0].document;
const [FIRST, SECOND] = BASE.sections;

const failureOf = (value: unknown) => {
  const result = parseDocument(value);
  return result.ok ? undefined : result.failure;
};

describe('parseDocument', () => {
  it('DOC-9: reads every preset as it is', () => {
    for (const { document } of PRESETS) {
      expect(parseDocument(structuredClone(document))).toEqual({ ok: true, value: document });
    }
  });

  it.each([null, undefined, 'text', 5, true])('DOC-1: refuses %s', (value) =>
    expect(failureOf(value)).toMatchObject({ code: 'document-invalid', place: 'document' }),
  );

  it.each([undefined, null, '2', 0, -1, 1.5, Number.NaN])('DOC-1: refuses version %s', (version) =>
    expect(failureOf({ ...BASE, version })).toMatchObject({ code: 'document-invalid', place: 'version' }),
  );

  it('DOC-2: refuses a newer format, and says which one', () => {
    const version = DOCUMENT_VERSION + 1;
    expect(failureOf({ version, sections: 'whatever they are by then' })).toEqual({
      code: 'document-newer',
      message: `This document has format ${version}; this Strata reads up to ${DOCUMENT_VERSION}.`,
      place: 'version',
      fix: 'Open it with a newer Strata.',
    });
  });

  it.each([
    ['title', { title: 5 }, 'It must be text.'],
    ['sections', { sections: {} }, 'It must be a list.'],
    ['sections[1].text', { sections: [FIRST, { ...SECOND, text: null }] }, 'It must be text.'],
    ['sections[0].kind', { sections: [{ ...FIRST, kind: 'odd' }] }, 'It must be "memoised" or "volatile".'],
    ['sections[0].id', { sections: [{ ...FIRST, id: '' }] }, 'It must not be empty.'],
    ['sections[0].enabled', { sections: [{ ...FIRST, enabled: 'yes' }] }, 'It must be true or false.'],
    ['sections[0].reason', { sections: [{ ...FIRST, reason: undefined }] }, 'It must be text.'],
    ['boundary', { boundary: -1 }, 'It must be 0 at least.'],
    ['boundary', { boundary: 1.5 }, 'It must be a whole number.'],
    ['flags', { flags: 'all' }, 'It must be an object.'],
    ['flags.VOICE_MODE', { flags: { VOICE_MODE: 'on' } }, 'It must be true or false.'],
    ['environment.outputStyle.name', { environment: { ...BASE.environment, outputStyle: {} } }, 'It must be text.'],
    ['prompts.append', { prompts: { ...BASE.prompts, append: undefined } }, 'It must be an object.'],
    [
      'tools',
      { tools: Array.from({ length: 1001 }, (_, at) => ({ ...BASE.tools[0], id: `${at}` })) },
      'It may be 1000 items at most.',
    ],
    ['memoryFiles[0].path', { memoryFiles: [{ path: 'CLAUDE.md', text: '' }] }, 'It must be an absolute path.'],
    [
      'conversation[0].role',
      { conversation: [{ id: 'a', role: 'tool', text: '' }] },
      'It must be "user" or "assistant" or "system".',
    ],
    ['maxTokens', { maxTokens: 0 }, 'It must be 1 at least.'],
    ['maxTokens', { maxTokens: 2_000_000 }, 'It may be 1000000 at most.'],
    ['model', { model: 'm'.repeat(501) }, 'It may be 500 characters at most.'],
    ['cache.marks.draft', { cache: { ...BASE.cache, marks: { draft: '2h' } } }, 'It must be "5m" or "1h" or "none".'],
    ['cache.marks.', { cache: { ...BASE.cache, marks: { '': '1h' } } }, 'Its name is empty or too long.'],
  ])('DOC-3: names the place of a wrong value: %s', (place, wrong, message) => {
    expect(failureOf({ ...BASE, ...wrong })).toEqual({
      code: 'document-invalid',
      message,
      place,
      fix: 'Nothing was changed; your current work is still here.',
    });
  });

  it.each(['sections', 'tools', 'mcpServers', 'conversation', 'memoryFiles'] as const)(
    'DOC-4: refuses %s of which two have the same id or path',
    (list) => {
      const [first] = BASE[list];
      expect(first).toBeDefined();
      const words = list === 'memoryFiles' ? 'Two files have the same path.' : 'Two of them have the same id.';
      expect(failureOf({ ...BASE, [list]: [first, first] })).toMatchObject({ place: list, message: words });
    },
  );

  it('DOC-5: drops what the format does not name, at every depth', () => {
    const planted = {
      ...BASE,
      apiKey: 'canary',
      sections: BASE.sections.map((section) => ({ ...section, canary: true })),
      environment: { ...BASE.environment, canary: 1, outputStyle: { ...BASE.environment.outputStyle, canary: 1 } },
      flags: { ...BASE.flags, canary: true },
    };
    expect(parseDocument(planted)).toEqual({ ok: true, value: BASE });
  });

  it('DOC-6: gives a flag that is missing its default', () => {
    const { global_cache_scope: _, VOICE_MODE: __, ...flags } = { ...BASE.flags, TOKEN_BUDGET: true };
    expect(parseDocument({ ...BASE, flags })).toMatchObject({
      value: { flags: { ...DEFAULT_FLAGS, TOKEN_BUDGET: true } },
    });
  });

  it('DOC-7: brings a boundary behind the last section down to the end', () => {
    expect(parseDocument({ ...BASE, boundary: 9999 })).toMatchObject({ value: { boundary: BASE.sections.length } });
  });
});
