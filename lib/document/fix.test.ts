import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDocument } from './document.arbitrary.ts';
import { applyFix, type EditedText, type Fix, fixLabel } from './fix.ts';
import { parseDocument } from './parse-document.ts';
import { PRESETS } from './presets.ts';

const { document } = PRESETS[0];
const [first] = document.sections;

const fixesOf = ({ sections, tools, memoryFiles }: typeof document): Fix[] => [
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
  { type: 'drop-date' },
  { type: 'cut-memory-file', path: memoryFiles[0]?.path ?? '' },
  { type: 'mark-dynamic' },
  { type: 'mark', block: 'user-context', mark: '1h' },
  { type: 'automatic-off' },
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

  it('DIAG-11 takes a value out of a tool, a file or a prompt, with the space that it leaves double, and says which', () => {
    const words = '2026-11-21T09:41Z';
    const [tool, file] = [document.tools[0], document.memoryFiles[0]];
    if (!tool || !file) return expect.unreachable();
    const text = `At ${words} it was ${words}.`;
    const holding = {
      ...document,
      tools: document.tools.map((each) => (each === tool ? { ...each, description: text } : each)),
      memoryFiles: document.memoryFiles.map((each) => (each === file ? { ...each, text } : each)),
      prompts: { ...document.prompts, custom: { text, enabled: true } },
    };
    const fix = (source: EditedText): Fix => ({ type: 'take-out', source, words });
    const left = `At it was ${words}.`;
    expect(applyFix(holding, fix({ type: 'tool', id: tool.id })).tools[0]?.description).toBe(left);
    expect(applyFix(holding, fix({ type: 'memory-file', path: file.path })).memoryFiles[0]?.text).toBe(left);
    expect(applyFix(holding, fix({ type: 'prompt', id: 'custom' })).prompts.custom.text).toBe(left);
    expect(applyFix(document, fix({ type: 'tool', id: tool.id }))).toBe(document);
    expect(applyFix(document, fix({ type: 'memory-file', path: 'nowhere' }))).toBe(document);
    expect(fixLabel(fix({ type: 'prompt', id: 'custom' }), document)).toBe(`Take “${words}” out`);
    return undefined;
  });

  it('DIAG-11, LINT-17 keeps all of a memory file that is sent: what is not sent of it does not count to the limit', () => {
    const path = '/home/dev/notes/MEMORY.md';
    const lines = Array.from({ length: 250 }, (_, index) => `line ${index}`);
    const front = `---\nkind: index\n---\n<!--\n${'note\n'.repeat(30)}-->\n`;
    const holding = (typed: string, text: string) => ({ ...document, memoryFiles: [{ path: typed, text }] });
    const cut = (typed: string, text: string) =>
      applyFix(holding(typed, text), { type: 'cut-memory-file', path }).memoryFiles[0];
    const kept = front + lines.slice(0, 200).join('\n');
    for (const typed of [path, '/home/dev/./notes//MEMORY.md', '/home/dev/work/../notes/MEMORY.md'])
      expect(cut(typed, front + lines.join('\n'))).toEqual({ path: typed, text: kept });
    const whole = holding(path, kept);
    expect(applyFix(whole, { type: 'cut-memory-file', path })).toBe(whole);
    const twice = { ...whole, memoryFiles: [...whole.memoryFiles, { path: `${path}/`, text: lines.join('\n') }] };
    const [other, sent] = applyFix(twice, { type: 'cut-memory-file', path }).memoryFiles;
    expect([other?.text, sent?.text]).toEqual([kept, lines.slice(0, 200).join('\n')]);
  });

  it('DIAG-11 pins the TTL of marks set by hand too, but sets none where there was none', () => {
    const byHand = { ...document, cache: { ...document.cache, marks: { a: '5m', b: 'none' } as const } };
    const fixed = applyFix(byHand, { type: 'pin-ttl', ttl: '1h' });
    expect(fixed.cache.marks).toEqual({ a: '1h', b: 'none' });
    expect(fixed.flags.one_hour_ttl).toBe(true);
  });
});
