import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { DOCUMENT_VERSION } from './document.ts';
import { MIGRATIONS } from './migrations.ts';
import { parseDocument } from './parse-document.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);

/** One document as each older version saved it, from document-v<n>.json. */
const SAVED = readdirSync(FIXTURES)
  .filter((file) => /^document-v\d+\.json$/.test(file))
  .map((file): Record<string, unknown> => JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')));

const v1 = SAVED.find(({ version }) => version === 1) ?? {};

describe('migrations', () => {
  it('DOC-8: there is a step from every older version, and a document saved by it', () => {
    const older = Array.from({ length: DOCUMENT_VERSION - 1 }, (_, index) => index + 1);
    expect(Object.keys(MIGRATIONS).map(Number)).toEqual(older);
    expect(SAVED.map(({ version }) => version).toSorted()).toEqual(older);
  });

  it('DOC-8: every step runs when the saved documents are read, and each of them can be read', () => {
    const run = new Set<number>();
    const steps = { ...MIGRATIONS };
    for (const [from, step] of Object.entries(steps)) {
      vi.spyOn(MIGRATIONS as Record<number, typeof step>, Number(from)).mockImplementation((document) => {
        run.add(Number(from));
        return step(document);
      });
    }
    for (const saved of SAVED)
      expect(parseDocument(saved)).toMatchObject({ ok: true, value: { version: DOCUMENT_VERSION } });
    expect([...run]).toEqual(Object.keys(steps).map(Number));
    vi.restoreAllMocks();
  });

  it('DOC-8: reading leaves the saved document as it was', () => {
    const before = structuredClone(v1);
    parseDocument(v1);
    expect(v1).toEqual(before);
  });

  it('DOC-10: version 1 named the boundary by the section before it', () => {
    const boundaryOf = (document: object) => {
      const result = parseDocument(document);
      return result.ok ? result.value.boundary : result.failure;
    };
    expect(boundaryOf(v1)).toBe(3);
    expect(boundaryOf({ ...v1, boundaryAfter: 'token_budget' })).toBe(6);
    expect(boundaryOf({ ...v1, boundaryAfter: 'a section that was deleted' })).toBe(0);
  });

  it('DOC-10: version 1 listed the flags that were on, so every other one is off', () => {
    const result = parseDocument(v1);
    const flags = result.ok ? result.value.flags : {};
    const on = Object.entries(flags).flatMap(([id, isOn]) => (isOn ? [id] : []));
    expect(on.toSorted()).toEqual(['TOKEN_BUDGET', 'global_cache_scope', 'include_git_instructions']);
    expect(parseDocument({ ...v1, flags: ['no such flag', null] })).toMatchObject({ ok: true });
  });

  it('DOC-10: version 1 had no client and no memory sources; everything else is kept', () => {
    const { boundaryAfter: _, flags: __, version: ___, ...kept } = v1;
    expect(parseDocument(v1)).toMatchObject({
      value: {
        ...kept,
        client: { version: '2.1.329', entrypoint: 'cli' },
        memorySources: { userSettings: true, projectSettings: true, localSettings: true },
      },
    });
  });

  it('DOC-8: what a step cannot read is refused by name, never thrown', () => {
    expect(parseDocument({ ...v1, sections: [null] })).toMatchObject({ failure: { place: 'sections[0]' } });
    expect(parseDocument({ ...v1, sections: 'none' })).toMatchObject({ failure: { place: 'sections' } });
    expect(parseDocument({ version: 1 })).toMatchObject({ failure: { code: 'document-invalid' } });
  });
});
