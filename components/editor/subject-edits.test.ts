import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { changeMemoryFile, changeTool } from '@/lib/document/edit-lists.ts';
import { changeSection, copySection } from '@/lib/document/edit-sections.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { Selection } from '@/lib/store/selection.ts';
import { findSubject, hasSameOutline } from './subject.ts';
import { differsFromPreset, idForCopy, resetToPreset, selectionAfterRemoval, textPairs } from './subject-edits.ts';

const preset: Document = PRESETS[0].document;
const [first, second] = preset.sections;
const section = { type: 'section', id: first?.id ?? '' } as const;
const EACH_KIND: readonly Selection[] = [
  section,
  { type: 'memory-file', path: preset.memoryFiles[0]?.path ?? '' },
  { type: 'tool', id: preset.tools[0]?.id ?? '' },
  { type: 'server', id: preset.mcpServers[0]?.id ?? '' },
  { type: 'prompt', id: 'append' },
  { type: 'turn', id: preset.conversation[0]?.id ?? '' },
  { type: 'git-status' },
];

describe('findSubject', () => {
  it('EDIT-1 writes every text back to where it came from, and none that is there already', () => {
    for (const selection of EACH_KIND) {
      const count = findSubject(preset, selection)?.texts.length ?? 0;
      expect(count).toBeGreaterThan(0);
      for (let index = 0; index < count; index += 1) {
        const written = findSubject(preset, selection)?.texts[index]?.write(preset, 'typed') ?? preset;
        const texts = findSubject(written, selection)?.texts.map(({ text }) => text) ?? [];
        expect(texts[index]).toBe('typed');
        expect(texts.filter((text) => text === 'typed')).toHaveLength(1);
        expect(textPairs(written, preset, selection)).toHaveLength(1);
        expect(resetToPreset(written, preset, selection)).toEqual(preset);
        expect(findSubject(written, selection)?.texts[index]?.write(written, 'typed')).toBe(written);
      }
    }
  });

  it('has the same outline while only its texts change, and another when a name does', () => {
    const [tool] = preset.tools;
    for (const selection of [section, { type: 'tool', id: tool?.id ?? '' }] as const) {
      const subject = findSubject(preset, selection);
      const typed = subject?.texts.reduce((document, { write }) => write(document, 'typed'), preset) ?? preset;
      const after = findSubject(typed, selection);
      expect(after?.texts.map(({ text }) => text)).not.toEqual(subject?.texts.map(({ text }) => text));
      expect(subject && after && hasSameOutline(subject, after)).toBe(true);
    }
    const renamed = changeSection(preset, section.id, { title: 'Another' });
    const [before, after] = [findSubject(preset, section), findSubject(renamed, section)];
    expect(before && after && hasSameOutline(before, after)).toBe(false);
  });

  it('finds nothing where nothing is', () => {
    expect(findSubject(preset, { type: 'section', id: 'gone' })).toBeUndefined();
    expect(findSubject(preset, { type: 'memory-file', path: '/gone' })).toBeUndefined();
  });
});

describe('idForCopy', () => {
  it('is free', () => {
    const once = copySection(preset, section.id, idForCopy(preset, section.id));
    const twice = copySection(once, section.id, idForCopy(once, section.id));
    const ids = twice.sections.slice(0, 4).map(({ id }) => id);
    expect(ids).toEqual([section.id, `${section.id}_copy_2`, `${section.id}_copy`, second?.id]);
  });
});

describe('selectionAfterRemoval', () => {
  it('is the next section, else the one before, else the git status', () => {
    const last = preset.sections.at(-1)?.id ?? '';
    expect(selectionAfterRemoval(preset, section.id)).toEqual({ type: 'section', id: second?.id });
    expect(selectionAfterRemoval(preset, last)).toEqual({ type: 'section', id: preset.sections.at(-2)?.id });
    expect(selectionAfterRemoval({ ...preset, sections: preset.sections.slice(0, 1) }, section.id)).toEqual({
      type: 'git-status',
    });
  });
});

describe('differsFromPreset', () => {
  it('sees words and settings', () => {
    expect(differsFromPreset(preset, preset, section)).toBe(false);
    expect(differsFromPreset(changeSection(preset, section.id, {}), preset, section)).toBe(false);
    expect(differsFromPreset(changeSection(preset, section.id, { gates: [] }), preset, section)).toBe(true);
    expect(differsFromPreset(changeSection(preset, section.id, { reason: 'why' }), preset, section)).toBe(true);
    const tool = { type: 'tool', id: preset.tools[0]?.id ?? '' } as const;
    expect(differsFromPreset(changeTool(preset, tool.id, { enabled: false }), preset, tool)).toBe(true);
  });

  it('says no of the same fields in another order', () => {
    const withTurn = (turn: Turn): Document => ({ ...preset, conversation: [turn] });
    const was = withTurn({ id: 'a', role: 'user', text: '', blocks: [{ id: 'block', type: 'text', text: 'Hi' }] });
    const now = withTurn({ blocks: [{ text: 'Hi', type: 'text', id: 'block' }], text: '', role: 'user', id: 'a' });
    expect(differsFromPreset(now, was, { type: 'turn', id: 'a' })).toBe(false);
  });

  it('says no of what the preset does not have', () => {
    const id = idForCopy(preset, section.id);
    const document = copySection(preset, section.id, id);
    expect(differsFromPreset(document, preset, { type: 'section', id })).toBe(false);
    expect(textPairs(document, preset, { type: 'section', id })).toEqual([]);
  });
});

describe('resetToPreset', () => {
  it('leaves no setting behind that the preset does not have', () => {
    const volatile = changeSection(preset, section.id, { kind: 'volatile', reason: 'because' });
    expect(resetToPreset(volatile, preset, section)).toEqual(preset);
    const tool = preset.tools[0]?.id ?? '';
    const strict = changeTool(preset, tool, { strict: true, server: 'x' });
    expect(resetToPreset(strict, preset, { type: 'tool', id: tool })).toEqual(preset);
  });

  it('EDIT-1 changes nothing of what is as the preset has it', () => {
    for (const selection of EACH_KIND) expect(resetToPreset(preset, structuredClone(preset), selection)).toBe(preset);
  });

  it('gives a memory file its text back', () => {
    const path = preset.memoryFiles[0]?.path ?? '';
    expect(resetToPreset(changeMemoryFile(preset, path, ''), preset, { type: 'memory-file', path })).toEqual(preset);
  });
});
