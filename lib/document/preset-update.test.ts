import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument, anyEdit } from './document.arbitrary.ts';
import { parseDocument } from './parse-document.ts';
import { newerPreset } from './preset.ts';
import { presetChanges, updateToPreset } from './preset-update.ts';
import { PRESETS } from './presets.ts';
import { decodeShare, encodeShare } from './share-codec.ts';

const [{ document: base }] = PRESETS;
const next = {
  ...base,
  preset: { id: 'coding-agent', version: 99 },
  draft: 'A new message.',
  boundary: base.boundary + 1,
  sections: [
    ...base.sections.slice(0, 3).map((each) => (each.id === 'intro' ? { ...each, text: 'New intro.' } : each)),
    { ...base.sections[0], id: 'fresh', title: 'Fresh' } as (typeof base.sections)[number],
    ...base.sections.slice(3),
  ],
};
const edit = (id: string, text: string) => ({
  ...base,
  sections: base.sections.map((each) => (each.id === id ? { ...each, text } : each)),
});
const none = new Set<string>();
const sectionOf = (document: typeof base, id: string) => document.sections.find((each) => each.id === id);

describe('a preset that has moved on', () => {
  it('DOC-35: shows what it would change, and whether a person has changed it', () => {
    expect(presetChanges(base, base, next).map(({ key, isEdited }) => [key, isEdited])).toEqual([
      ['sections:intro', false],
      ['sections:fresh', false],
      ['draft', false],
    ]);
    const [intro] = presetChanges(edit('intro', 'My intro.'), base, next);
    expect(intro).toMatchObject({ title: 'Section Intro', isEdited: true });
    expect(intro?.mine).toMatch(/^My intro\./);
    expect(intro?.next).toMatch(/^New intro\./);
    expect(presetChanges(edit('system', 'Mine.'), base, next).map(({ key }) => key)).not.toContain('sections:system');
  });

  it('DOC-35: a document that was read anew, with its fields in another order, is not edited', () => {
    const old = PRESETS.flatMap(({ earlier = [] }) => earlier).find(({ preset }) => preset.id === 'autonomous') ?? base;
    const read = decodeShare(encodeShare({ ...old, draft: 'Mine.' }, old), () => old);
    const newest = newerPreset(PRESETS, old.preset) ?? base;
    const changes = presetChanges(read.ok ? read.value : base, old, newest);
    expect(changes.filter(({ isEdited }) => isEdited).map(({ key }) => key)).toEqual(['draft']);
    const [tool] = changes.filter(({ key }) => key.startsWith('tools:'));
    const lines = (text = '') => text.split('\n');
    expect(lines(tool?.mine).filter((line) => !lines(tool?.next).includes(line))).toEqual(['  "enabled": true,']);
  });

  it('DOC-36: takes what is chosen, keeps the rest, and every edit that it does not touch', () => {
    const mine = { ...edit('intro', 'My intro.'), model: 'claude-opus-5' };
    const kept = updateToPreset(mine, base, next, new Set(['sections:intro']));
    expect(sectionOf(kept, 'intro')?.text).toBe('My intro.');
    expect(kept).toMatchObject({ model: 'claude-opus-5', draft: 'A new message.', preset: next.preset });
    expect(kept.sections[3]?.id).toBe('fresh');
    expect(kept.boundary).toBe(base.boundary + 1);
    expect(sectionOf(updateToPreset(mine, base, next, none), 'intro')?.text).toBe('New intro.');
  });

  it('DOC-36: a section that was moved over the boundary, added or removed stays so', () => {
    const moved = { ...base, boundary: base.boundary - 1, sections: base.sections };
    const over = base.sections[base.boundary - 1]?.id ?? '';
    const after = updateToPreset(moved, base, next, none);
    expect(after.sections.findIndex(({ id }) => id === over)).toBeGreaterThanOrEqual(after.boundary);
    const removed = {
      ...base,
      boundary: base.boundary - 1,
      sections: base.sections.filter(({ id }) => id !== 'intro'),
    };
    expect(presetChanges(removed, base, next)[0]).toMatchObject({
      key: 'sections:intro',
      mine: undefined,
      isEdited: true,
    });
    expect(sectionOf(updateToPreset(removed, base, next, new Set(['sections:intro'])), 'intro')).toBeUndefined();
    expect(sectionOf(updateToPreset(removed, base, next, none), 'intro')?.text).toBe('New intro.');
  });

  it('DOC-36: with everything new, an unedited document becomes the newer version', () => {
    for (const { document, earlier = [] } of PRESETS)
      for (const old of earlier) {
        expect(newerPreset(PRESETS, old.preset)).toBe(document);
        expect(updateToPreset(old, old, document, none)).toEqual(document);
      }
    fc.assert(
      fc.property(anyDocument, anyDocument, (old, newer) => {
        const updated = updateToPreset(old, old, newer, none);
        expect(presetChanges(updated, old, newer)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('DOC-36: whatever was edited and whatever is kept, the result is a document', () => {
    fc.assert(
      fc.property(anyEdit(base), anyDocument, fc.boolean(), (mine, newer, keepsAll) => {
        const kept = keepsAll ? new Set(presetChanges(mine, base, newer).map(({ key }) => key)) : none;
        const updated = updateToPreset(mine, base, newer, kept);
        expect(parseDocument(updated)).toEqual({ ok: true, value: updated });
      }),
      { numRuns: 100 },
    );
  });
});
