import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import type { Document } from '@/lib/document/document.ts';
import { addSection, changeSection } from '@/lib/document/edit-sections.ts';
import { applyFix, fixLabel } from '@/lib/document/fix.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { sampleAnalysis } from '@/lib/store/analysis/analysis-sample.ts';
import { lintDocument } from './lint-document.ts';

const { document: preset } = PRESETS[0];
const lint = (document: Document, rules = DEFAULT_RULES) => lintDocument(sampleAnalysis(document), rules);
const [first] = preset.sections.filter(({ title }) => title === 'Intro');
const withText = (text: string) => changeSection(preset, first?.id ?? '', { text: `${first?.text}\n${text}` });

/** The finding of a code, and what is found after its fix. */
function mended(document: Document, code: string, rules = DEFAULT_RULES) {
  const finding = lint(document, rules).find((each) => each.code === code);
  const fix = finding?.fix;
  const left = fix && lint(applyFix(document, fix), rules).filter((each) => each.code === code);
  return { finding, label: fix && fixLabel(fix, document), left };
}

describe('linting a document', () => {
  it('LINT-13 places a finding in its section, at its character, and moves the section behind the boundary', () => {
    const { finding, label } = mended(withText('The time is 2026-11-21 09:41.'), 'CL101');
    expect(finding).toMatchObject({ place: 'Intro', span: { key: `section:${first?.id}` } });
    const analysis = sampleAnalysis(withText('The time is 2026-11-21 09:41.'));
    const block = analysis.built.blocks.find(({ path }) => path === finding?.path);
    expect(block?.text.slice(finding?.start, finding?.end)).toBe('2026-11-21 09:41');
    expect(label).toBe('Move Intro behind the boundary');
  });

  it('LINT-14 finds volatile sections in front of stable ones, and puts them last', () => {
    const volatile = {
      id: 'v',
      title: 'Clock',
      text: 'Tick',
      kind: 'volatile',
      reason: 'Ticks',
      enabled: true,
      gates: [],
    } as const;
    const { finding, label, left } = mended(
      addSection(preset, volatile, preset.sections[preset.boundary]?.id),
      'CL107',
    );
    expect(finding?.message).toMatch(/\d+ stable sections stand behind \S/);
    expect(label).toMatch(/to the end$/);
    expect(left?.length).toBeLessThan(2);
  });

  it('LINT-15 finds flags that change at run time in front of the boundary', () => {
    const { finding, left } = mended(
      withText('{{#flags.chicago_beta}}x{{/flags.chicago_beta}}{{#flags.USER_TYPE_ant}}y{{/flags.USER_TYPE_ant}}'),
      'CL108',
    );
    expect(finding).toMatchObject({ place: 'Intro', message: 'Intro depends on chicago_beta.' });
    expect(left).toEqual([]);
  });

  it('LINT-16 mends tools, headers and marks', () => {
    const shuffled = { ...preset, tools: preset.tools.toReversed() };
    expect(mended(shuffled, 'CL109')).toMatchObject({ label: 'Sort the tools by name', left: [] });
    const keeping = { ...DEFAULT_RULES, stripsAttributionHeader: false };
    expect(mended(preset, 'CL115', keeping)).toMatchObject({ label: 'Drop the attribution header', left: [] });
    const marked = { ...preset, cache: { ...preset.cache, marks: { 'system:identity': '5m' } as const } };
    const few = { ...marked, tools: [], mcpServers: [] };
    expect(mended(few, 'CL111')).toMatchObject({ label: 'Take the mark off', left: [] });
    const blocks = sampleAnalysis(preset)
      .built.blocks.filter(({ level }) => level === 'tools')
      .slice(0, 4);
    const marks = Object.fromEntries(blocks.map(({ id }) => [id, '5m' as const]));
    expect(mended({ ...preset, cache: { ...preset.cache, marks } }, 'CL112').label).toBe('Take the mark off');
  });

  it('LINT-16 switches automatic caching off where its mark is the one too many, or too short', () => {
    const { blocks } = sampleAnalysis(preset).built;
    const marked = blocks.filter(({ breakpoint }) => breakpoint).map(({ id }) => id);
    const taken = blocks.filter(({ level }) => level === 'tools').slice(0, 5 - marked.length);
    const marks = {
      [marked.at(-1) ?? '']: 'none',
      ...Object.fromEntries(taken.map(({ id }) => [id, '5m' as const])),
    } as const;
    const full = { ...preset, cache: { ...preset.cache, marks } };
    expect(lint(full).filter(({ code }) => code === 'CL112')).toEqual([]);
    const one = { ...full, cache: { ...full.cache, automatic: true } };
    expect(mended(one, 'CL112')).toMatchObject({ label: 'Switch automatic caching off', left: [] });
    const none = Object.fromEntries(blocks.map(({ id }) => [id, 'none' as const]));
    const short = { ...preset, tools: [], mcpServers: [], sections: [], memoryFiles: [], model: 'claude-opus-4-6' };
    const automatic = { ...short, cache: { ...preset.cache, marks: none, automatic: true } };
    expect(mended(automatic, 'CL111')).toMatchObject({ label: 'Switch automatic caching off', left: [] });
  });

  it('LINT-17 names the memory file that was cut', () => {
    const path = `${preset.environment.memoryDirectory.replace(/\/$/, '')}/MEMORY.md`;
    const long = { path, text: 'A line.\n'.repeat(300) };
    const files = [...preset.memoryFiles.filter((file) => file.path !== path), long];
    const { finding, label, left } = mended({ ...preset, memoryFiles: files }, 'CL116');
    expect(finding).toMatchObject({ place: path, message: expect.stringContaining('200 lines') });
    expect([label, left]).toEqual(['Keep only what is sent of it', []]);
  });

  it('LINT-16 puts a mark among the blocks of a turn that is too long, while there is one left', () => {
    const turnOf = (id: string, role: 'user' | 'assistant', length: number) => ({
      id,
      role,
      text: '',
      blocks: Array.from({ length }, (_, at) => ({ type: 'text' as const, id: `${id}-${at}`, text: `Block ${at}.` })),
    });
    const conversation = [
      turnOf('a', 'user', 1),
      turnOf('b', 'assistant', 9),
      turnOf('c', 'user', 8),
      turnOf('d', 'user', 3),
    ];
    const long = { ...preset, conversation: [turnOf('z', 'user', 1), turnOf('y', 'assistant', 12), ...conversation] };
    expect(mended(long, 'CL117')).toMatchObject({ label: 'Mark Turn 2, assistant, block 10 for 5 minutes', left: [] });
    expect(mended({ ...preset, conversation }, 'CL114')).toMatchObject({
      label: 'Mark Turn 4, user, block 2 for 5 minutes',
      left: [],
    });
    const [taken] = sampleAnalysis(preset).built.blocks;
    const marks = { [taken?.id ?? '']: '1h' as const };
    const full = { ...long, cache: { ...preset.cache, marks } };
    expect(mended(full, 'CL117')).toMatchObject({ finding: { code: 'CL117' }, label: undefined });
    const off = { ...long, cache: { ...preset.cache, enabled: false } };
    expect(mended(off, 'CL117').label).toBeUndefined();
  });

  it('LINT-13 takes a value out of a tool or a file, and leaves the date of the user context out', () => {
    const words = 'Made at 2026-11-21 09:41:07 by the build.';
    const [tool, file] = [preset.tools[0], preset.memoryFiles.find(({ path }) => path.endsWith('/CLAUDE.md'))];
    const tools = preset.tools.map((each) => (each === tool ? { ...each, description: words } : each));
    const label = 'Take “2026-11-21 09:41:07” out';
    expect(mended({ ...preset, tools }, 'CL101')).toMatchObject({ label, left: [] });
    const memoryFiles = preset.memoryFiles.map((each) =>
      each === file ? { ...each, text: 'Updated: 2026-11-21 09:41:07' } : each,
    );
    expect(mended({ ...preset, memoryFiles }, 'CL101')).toMatchObject({ label, left: [] });
    const dated = lint(preset).find(({ code, place }) => code === 'CL102' && place === 'User context');
    expect(dated?.fix).toEqual({ type: 'drop-date' });
    const undated = dated?.fix ? lint(applyFix(preset, dated.fix)) : [];
    expect(undated.filter(({ place }) => place === 'User context')).toEqual([]);
  });

  it('LINT-18 a mended document is never worse than before', () => {
    for (const { code, fix } of lint(preset)) {
      if (!fix) continue;
      const before = lint(preset).filter((each) => each.code === code).length;
      expect(lint(applyFix(preset, fix)).filter((each) => each.code === code).length, code).toBeLessThanOrEqual(before);
    }
  });
});
