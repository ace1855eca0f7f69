import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument } from './document.arbitrary.ts';
import { applyFix, type Fix, fixLabel } from './fix.ts';
import { parseDocument } from './parse-document.ts';
import { PRESETS } from './presets.ts';

const { document } = PRESETS[0];
const [first] = document.sections;

const fixesOf = ({ sections, tools }: typeof document): Fix[] => [
  ...sections.flatMap(({ id }): Fix[] => [
    { type: 'move-behind-boundary', section: id },
    { type: 'move-last', section: id },
  ]),
  { type: 'sort-tools' },
  { type: 'defer-tools', tools: tools.map(({ id }) => id) },
  { type: 'pin-ttl', ttl: '1h' },
  { type: 'pin-ttl', ttl: '5m' },
  { type: 'drop-header' },
  { type: 'drop-git-status' },
  { type: 'mark-dynamic' },
  { type: 'mark', block: 'user-context', mark: '1h' },
  { type: 'use-ruled-marks' },
  { type: 'choose-model', model: 'claude-opus-5-5' },
];

describe('a fix', () => {
  it('DIAG-11 gives a document that can be saved, and has nothing more to mend when it is done', () => {
    fc.assert(
      fc.property(anyDocument, fc.nat(1000), (from, pick) => {
        const fixes = fixesOf(from);
        const fix = fixes[pick % fixes.length];
        if (!fix) return;
        const fixed = applyFix(from, fix);
        expect(parseDocument(structuredClone(fixed))).toMatchObject({ ok: true });
        expect(fixLabel(fix, from)).not.toBe('');
        if (fix.type === 'move-last') expect(fixed.sections.at(-1)?.id).toBe(fix.section);
        else expect(applyFix(fixed, fix)).toBe(fixed);
      }),
      { numRuns: 200 },
    );
  });

  it('DIAG-11 moves a static section behind the boundary, and says so with its title', () => {
    const fix: Fix = { type: 'move-behind-boundary', section: first?.id ?? '' };
    const fixed = applyFix(document, fix);
    expect(fixed.boundary).toBe(document.boundary - 1);
    expect(fixed.sections.findIndex(({ id }) => id === first?.id)).toBe(fixed.boundary);
    expect(fixLabel(fix, document)).toBe(`Move ${first?.title} behind the boundary`);
  });

  it('DIAG-11 pins the TTL of marks set by hand too, but sets none where there was none', () => {
    const byHand = { ...document, cache: { ...document.cache, marks: { a: '5m', b: 'none' } as const } };
    const fixed = applyFix(byHand, { type: 'pin-ttl', ttl: '1h' });
    expect(fixed.cache.marks).toEqual({ a: '1h', b: 'none' });
    expect(fixed.flags.one_hour_ttl).toBe(true);
  });
});
