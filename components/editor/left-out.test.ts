import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { changeServer, changeTool } from '@/lib/document/edit-lists.ts';
import { changeSection } from '@/lib/document/edit-sections.ts';
import { switchFlag } from '@/lib/document/edit-settings.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { sampleAnalysis } from '@/lib/store/analysis/analysis-sample.ts';
import { memoryOutlook } from '@/lib/store/analysis/memory-outlook.ts';
import type { Selection } from '@/lib/store/selection.ts';
import { describeBadges } from './describe-badges.ts';
import { leftOutWords } from './left-out.ts';
import { subjectFaults } from './subject-faults.ts';

const preset: Document = PRESETS[0].document;
const reason = (document: Document, selection: Selection) => leftOutWords(sampleAnalysis(document), selection);
const section = { type: 'section', id: 'doing_tasks' } as const;
const withFlags = (flags: Partial<Document['flags']>): Document => ({
  ...preset,
  flags: { ...preset.flags, ...flags },
});

describe('leftOutWords', () => {
  it('is nothing for what is sent', () => {
    expect(reason(preset, section)).toBeUndefined();
    expect(reason(preset, { type: 'git-status' })).toBeUndefined();
    expect(reason(preset, { type: 'tool', id: preset.tools[0]?.id ?? '' })).toBeUndefined();
    expect(reason(preset, { type: 'server', id: 'tracker' })).toBeUndefined();
  });

  it('names the gate, the switch or the emptiness of a section', () => {
    expect(reason(preset, { type: 'section', id: 'voice' })).toBe('left out: needs VOICE_MODE');
    expect(reason(changeSection(preset, section.id, { gates: ['!flags.TEAMMEM', 'proactive'] }), section)).toBe(
      'left out: needs PROACTIVE',
    );
    expect(reason({ ...preset, flags: { ...preset.flags, PROACTIVE: true } }, section)).toBe('left out by PROACTIVE');
    expect(reason(changeSection(preset, section.id, { enabled: false }), section)).toBe('left out: switched off');
    expect(reason(changeSection(preset, section.id, { text: ' \n' }), section)).toBe('left out: nothing in it');
  });

  it('leaves a fault to speak for itself', () => {
    const faulty = changeSection(preset, section.id, { text: 'a\n {{nobody}}' });
    expect(reason(faulty, section)).toBeUndefined();
    expect(subjectFaults(sampleAnalysis(faulty), section)).toEqual([
      {
        where: 'Line 2, column 2.',
        message: 'Nothing is called “nobody”.',
        fix: expect.stringContaining('Until then the section is left out'),
      },
    ]);
    expect(subjectFaults(sampleAnalysis(faulty), { type: 'section', id: 'intro' })).toEqual([]);
  });

  it('tells sections of one title apart', () => {
    const faulty = changeSection(preset, section.id, { text: '{{nobody}}' });
    const other = faulty.sections.find(({ id }) => id !== section.id);
    if (!other) throw new Error('There is one section only.');
    const alike = changeSection(faulty, other.id, { title: 'Doing tasks' });
    expect(subjectFaults(sampleAnalysis(alike), section)).toHaveLength(1);
    expect(subjectFaults(sampleAnalysis(alike), { type: 'section', id: other.id })).toEqual([]);
  });

  it('knows what replaces the sections', () => {
    expect(reason(withFlags({ CLAUDE_CODE_SIMPLE: true }), section)).toBe('left out: simple mode has no sections');
    const coordinator = withFlags({ COORDINATOR_MODE: true, tengu_coordinator: true });
    expect(reason(coordinator, section)).toBe('left out: the coordinator prompt replaces it');
    expect(reason(coordinator, { type: 'prompt', id: 'coordinator' })).toBeUndefined();
    expect(reason(preset, { type: 'prompt', id: 'coordinator' })).toContain('COORDINATOR_MODE');
    expect(reason(preset, { type: 'prompt', id: 'override' })).toBe('left out: nothing in it');
  });

  it('knows what keeps tools, servers, files and the git status out', () => {
    const id = preset.tools[0]?.id ?? '';
    expect(reason(changeTool(preset, id, { enabled: false }), { type: 'tool', id })).toBe('left out: switched off');
    const cutOff = changeServer(preset, 'tracker', { connected: false });
    const mcpTool = preset.tools.find(({ server }) => server === 'tracker')?.id ?? '';
    const wanted = changeTool(cutOff, mcpTool, { enabled: true });
    expect(reason(wanted, { type: 'tool', id: mcpTool })).toBe('left out: tracker is not connected');
    expect(reason(cutOff, { type: 'server', id: 'tracker' })).toBe('left out: not connected');
    const path = preset.memoryFiles[0]?.path ?? '';
    const off = withFlags({ CLAUDE_CODE_DISABLE_CLAUDE_MDS: true });
    expect(reason(off, { type: 'memory-file', path })).toContain('left out: CLAUDE_CODE_DISABLE_CLAUDE_MDS is on');
    const stray = { ...preset, memoryFiles: [...preset.memoryFiles, { path: '/elsewhere/NOTES.md', text: 'x' }] };
    expect(reason(stray, { type: 'memory-file', path: '/elsewhere/NOTES.md' })).toMatch(/^left out: [a-z].*[^.]$/);
    const blank = changeServer(preset, 'tracker', { instructions: ' \n' });
    expect(reason(blank, { type: 'server', id: 'tracker' })).toBe('left out: nothing in it');
  });

  it('knows a tool that is denied, and what simple mode leaves of them', () => {
    const id = preset.tools[0]?.id ?? '';
    const tool = { type: 'tool', id } as const;
    expect(reason(changeTool(preset, id, { permission: 'denied' }), tool)).toBe('left out: denied by its permission');
    const simple: Document = { ...withFlags({ CLAUDE_CODE_SIMPLE: true }), layout: 'current' };
    expect(reason(simple, tool)).toBeUndefined();
    const write = { type: 'tool', id: 'write' } as const;
    expect(reason(simple, write)).toBe('left out: simple mode keeps Bash, Read and Edit alone');
  });

  it('blames for the git status what its fold blames', () => {
    const gitStatus = { type: 'git-status' } as const;
    const remote = withFlags({ CLAUDE_CODE_REMOTE: true });
    expect(reason(remote, gitStatus)).toBe('left out: CLAUDE_CODE_REMOTE is on');
    expect(reason(switchFlag(remote, 'include_git_instructions', false), gitStatus)).toBe(
      'left out: include_git_instructions is off',
    );
  });
});

describe('describeBadges', () => {
  const words = (selection: Selection) => describeBadges(preset, selection, memoryOutlook).map(({ text }) => text);

  it('says what kind of thing is open', () => {
    expect(words(section)).toEqual(['static', 'memoised']);
    expect(words({ type: 'section', id: 'mcp_instructions' })).toEqual(['dynamic', 'every turn']);
    expect(words({ type: 'memory-file', path: '/home/dev/tidewater/docs/conventions.md' })).toEqual([
      'memory',
      'project',
      'included',
    ]);
    expect(words({ type: 'tool', id: preset.tools.at(-1)?.id ?? '' })).toEqual(['tool', 'MCP: tracker']);
    expect(words({ type: 'turn', id: preset.conversation[1]?.id ?? '' })).toEqual(['assistant']);
  });
});
