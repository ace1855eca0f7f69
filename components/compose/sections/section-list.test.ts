import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import { anyEdit } from '@/lib/document/document.arbitrary.ts';
import type { Document } from '@/lib/document/document.ts';
import { addSection, changeSection, moveRow } from '@/lib/document/edit-sections.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { analyse } from '@/lib/store/analysis/analyse.ts';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { flipFlag } from '@/lib/store/analysis/flag-effect.ts';
import { regionTokens, type SectionItem, sectionList } from './section-list.ts';

const preset = PRESETS[0].document;
const count = ({ length }: string) => ({ tokens: length, low: length, high: length, method: 'estimate' }) as const;
const analysed = (document: Document) =>
  analyse(assemble(document, 1), { count, digest: memoDigest(sha256Hex), now: 0 });
const listed = (document: Document) => sectionList(document, analysed(document), preset);
const titles = (items: readonly SectionItem[]) => items.map(({ title }) => title);
const find = (document: Document, id: string) => {
  const { static: front, dynamic } = listed(document);
  return [front, dynamic].flatMap(({ items, gated }) => [...items, ...gated]).find((item) => item.id === id);
};
const own = { id: 'own', title: 'Own', text: 'Hello', kind: 'memoised', enabled: true, gates: [] } as const;

describe('the list of sections', () => {
  it('has a row for what is in the prompt, and apart from them what flags and settings keep out', () => {
    const list = listed(preset);
    expect(titles(list.static.items)).toEqual([
      'Intro',
      'System',
      'Doing tasks',
      'Actions',
      'Using tools',
      'Tone and style',
      'Output efficiency',
    ]);
    expect(titles(list.static.gated)).toEqual(['Autonomous identity', 'System reminders']);
    expect(titles(list.dynamic.items)).toContain('MCP instructions');
    expect(titles(list.dynamic.gated)).toContain('Voice');
    expect(find(preset, 'voice')).toMatchObject({ gate: 'needs VOICE_MODE', isEnabled: true });
    expect(find(flipFlag(preset, 'VOICE_MODE'), 'voice')?.gate).toBeUndefined();
  });

  it('adds up the tokens of each region', () => {
    const { tokensBySource } = analysed(preset);
    const { static: front, dynamic } = listed(preset);
    const sum = front.items.reduce((total, { id }) => total + (tokensBySource.get(`section:${id}`) ?? 0), 0);
    expect(sum).toBeGreaterThan(5000);
    expect(regionTokens(front, tokensBySource)).toBe(sum);
    const all = [...tokensBySource].filter(([key]) => key.startsWith('section:'));
    expect(sum + regionTokens(dynamic, tokensBySource)).toBe(all.reduce((total, [, tokens]) => total + tokens, 0));
  });

  it('keeps what the user switched off in its place, gated or not', () => {
    const off = changeSection(preset, 'system', { enabled: false });
    expect(listed(off).static.items[1]).toMatchObject({ title: 'System', isEnabled: false, standing: 'off' });
    const gatedOff = changeSection(preset, 'voice', { enabled: false });
    expect(find(gatedOff, 'voice')).toMatchObject({ standing: 'off', gate: 'needs VOICE_MODE' });
  });

  it('says what differs from the preset, and whether there is something to go back to', () => {
    expect(find(preset, 'intro')).toMatchObject({ changes: undefined, canReset: false });
    const edited = changeSection(preset, 'intro', { title: 'Start', text: 'x' });
    expect(find(edited, 'intro')).toMatchObject({ changes: 'edited: title, text', canReset: true });
    expect(find(changeSection(preset, 'intro', { enabled: false }), 'intro')).toMatchObject({
      changes: undefined,
      canReset: true,
    });
    expect(find(addSection(preset, own), 'own')).toMatchObject({ canReset: false });
    expect(find(addSection(preset, own), 'own')?.changes).toMatch(/^added/);
  });

  it('colours volatile sections with their reason, the rest by region', () => {
    expect(find(preset, 'mcp_instructions')).toMatchObject({
      layer: 'volatile',
      reason: 'Servers connect and disconnect between turns.',
    });
    expect(find(preset, 'intro')?.layer).toBe('static');
    expect(find(moveRow(preset, 2, 20), 'intro')).toMatchObject({ layer: 'session', region: 'dynamic' });
  });

  it('shows a template that fails where it fails, and counts nothing for it', () => {
    const broken = changeSection(preset, 'intro', { text: 'One\n{{nobody}}' });
    expect(find(broken, 'intro')).toMatchObject({ standing: undefined, gate: undefined });
    expect(find(broken, 'intro')?.failure).toMatch(/^Line 2, column 1: Nothing is called “nobody”\. /);
  });

  it('UI-3 gives sections of one title each its own failure', () => {
    const one = changeSection(preset, 'intro', { title: 'Alike', text: '{{nobody}}' });
    const both = changeSection(one, 'doing_tasks', { title: 'Alike', text: '\n{{nothing}}' });
    expect(find(both, 'intro')?.failure).toContain('Line 1, column 1: Nothing is called “nobody”');
    expect(find(both, 'doing_tasks')?.failure).toContain('Line 2, column 1: Nothing is called “nothing”');
  });

  it('tells empty sections from those that another prompt left out', () => {
    expect(find(changeSection(preset, 'intro', { text: ' ' }), 'intro')?.standing).toBe('empty');
    expect(find(flipFlag(preset, 'CLAUDE_CODE_SIMPLE'), 'intro')?.standing).toBe('left out');
  });

  it('lists the document before anything is counted, and what is newer than the analysis', () => {
    const before = sectionList(preset, undefined, preset);
    expect(titles(before.static.items)).toHaveLength(7);
    expect(before.static.items[0]).toMatchObject({ standing: undefined });
    const newer = sectionList(addSection(preset, own), analysed(preset), preset);
    expect(newer.dynamic.items.at(-1)).toMatchObject({ title: 'Own', standing: undefined, failure: undefined });
  });

  it('gives a section that says the same the very row it had, and every other one a new one', () => {
    const before = listed(preset);
    const after = listed(changeSection(preset, 'intro', { title: 'Start' }));
    const isKept = after.static.items.map((item, index) => item === before.static.items[index]);
    expect(isKept).toEqual([false, true, true, true, true, true, true]);
    expect(after.dynamic.gated.every((item, index) => item === before.dynamic.gated[index])).toBe(true);
  });

  it('is the same whatever was listed before', () => {
    const broken = changeSection(preset, 'intro', { text: '{{nobody}}' });
    const current = { ...preset, layout: 'current', boundary: 3 } as const;
    const off = changeSection(preset, 'system', { enabled: false });
    const anyState = fc.record({
      document: fc.oneof(anyEdit(preset), fc.constantFrom(broken, current)),
      analysis: fc.constantFrom(undefined, ...[preset, broken, current].map(analysed)),
      base: fc.constantFrom(preset, broken, off, undefined),
    });
    fc.assert(
      fc.property(anyState, ({ document, analysis, base }) => {
        expect(sectionList(document, analysis, base)).toEqual(sectionList(structuredClone(document), analysis, base));
      }),
    );
  });
});
