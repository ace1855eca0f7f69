import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemblePrompt } from './assemble-prompt.ts';
import { pendingEdits } from './pending-edits.ts';
import { anyPromptInput } from './prompt-input.arbitrary.ts';
import type { PromptInput } from './prompt-input.ts';
import { SAMPLE_INPUT, SAMPLE_MODEL } from './sample-input.ts';
import { sessionValues } from './session-values.ts';
import type { Tool } from './tool.ts';

const origin = (input: PromptInput) => ({ input, model: SAMPLE_MODEL });
const held = (input: PromptInput = SAMPLE_INPUT, ...later: PromptInput[]) =>
  sessionValues([origin(input), ...later.map(origin)]);
const assembled = (input: PromptInput, values = held()) => assemblePrompt(input, SAMPLE_MODEL, 1, values);
const textOf = (input: PromptInput, values = held()) =>
  assembled(input, values)
    .system.map(({ text }) => text)
    .join('\n');
const pending = (input: PromptInput, values = held()) => [...pendingEdits(input, SAMPLE_MODEL, values).keys()];

const withSection = (id: string, change: object): PromptInput => ({
  ...SAMPLE_INPUT,
  sections: SAMPLE_INPUT.sections.map((each) => (each.id === id ? { ...each, ...change } : each)),
});
const withTool = (id: string, change: Partial<Tool>): PromptInput => ({
  ...SAMPLE_INPUT,
  tools: SAMPLE_INPUT.tools.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

describe('what a session holds', () => {
  it('SESSION-1: a memoised section keeps its value, null as well', () => {
    const edited = withSection('rules', { text: 'Something else.' });
    expect(textOf(edited)).toContain('Money is whole cents');
    expect(textOf(withSection('rules', { enabled: false }))).toContain('Money is whole cents');
    const off = withSection('rules', { enabled: false });
    expect(textOf(SAMPLE_INPUT, held(off))).not.toContain('Money is whole cents');
  });

  it('SESSION-1: so do memory files, date, git status and tools', () => {
    const edited: PromptInput = {
      ...withTool('read', { description: 'Another.' }),
      memoryFiles: [{ path: '/home/dev/shop/CLAUDE.md', text: 'Other words.' }],
      gitStatus: { ...SAMPLE_INPUT.gitStatus, branch: 'elsewhere' },
      environment: { ...SAMPLE_INPUT.environment, today: '2027-01-01' },
    };
    const { tools, userContext } = assembled(edited);
    expect(tools.find(({ id }) => id === 'read')?.wire.description).toBe('Reads a file.');
    expect(userContext?.text).toContain('make test');
    expect(userContext?.text).toContain('2026-11-21');
    expect(textOf(edited)).toContain('Current branch: rounding');
  });

  it('SESSION-2: volatile sections, cache breaker, order, boundary and which tools are sent are of this moment', () => {
    expect(textOf({ ...SAMPLE_INPUT, mcpServers: [] })).not.toContain('SHOP-12');
    const broken = { ...SAMPLE_INPUT, flags: { ...SAMPLE_INPUT.flags, BREAK_CACHE_COMMAND: true } };
    expect(textOf(broken)).toContain('CACHE_BREAKER');
    const turned = { ...SAMPLE_INPUT, sections: SAMPLE_INPUT.sections.toReversed() };
    expect(textOf(turned).indexOf('# Rules')).toBeLessThan(textOf(turned).indexOf('Help with'));
    expect(assembled(withTool('read', { enabled: false })).tools.map(({ id }) => id)).toEqual(['agent']);
    expect(assembled(withTool('read', { permission: 'denied' })).tools.map(({ id }) => id)).toEqual(['agent']);
  });

  it('SESSION-3: what comes later keeps what it was in the first request that had it', () => {
    const fresh = { id: 'new', title: 'New', text: 'First.', kind: 'memoised', enabled: true, gates: [] } as const;
    const later = { ...SAMPLE_INPUT, sections: [...SAMPLE_INPUT.sections, fresh] };
    const edited = { ...SAMPLE_INPUT, sections: [...SAMPLE_INPUT.sections, { ...fresh, text: 'Second.' }] };
    expect(textOf(edited)).toContain('Second.');
    expect(textOf(edited, held(SAMPLE_INPUT, later))).toContain('First.');
    expect(textOf(edited, held(SAMPLE_INPUT, later, edited))).toContain('First.');
  });

  it('SESSION-3: what was faulty is computed again', () => {
    expect(textOf(SAMPLE_INPUT, held(withSection('rules', { text: '{{nobody}}' })))).toContain('Money is whole cents');
  });

  it("SESSION-4: a permission waits; a new schema applies to a server's tool only", () => {
    const wireOf = (before: PromptInput, after: PromptInput, id: string) =>
      assembled(after, held(before)).tools.find((tool) => tool.id === id)?.wire;
    const asked = withTool('read', { permission: 'asked', inputSchema: '{"type":"object"}' });
    expect(wireOf(SAMPLE_INPUT, asked, 'read')).toMatchObject({
      description: 'Reads a file.',
      input_schema: { required: ['path'] },
    });
    expect(pending(asked)).toEqual(['tool:read']);
    const on = withTool('find', { enabled: true });
    const changed = withTool('find', {
      enabled: true,
      description: 'New.',
      inputSchema: '{"type":"object","properties":{}}',
    });
    expect(wireOf(on, withTool('find', { enabled: true, description: 'New.' }), 'find')?.description).toBe(
      'Finds tickets.',
    );
    expect(wireOf(on, changed, 'find')?.description).toBe('New.');
  });

  it('SESSION-5: nothing is pending, and nothing differs, while everything is as it was', () => {
    fc.assert(
      fc.property(anyPromptInput, (input) => {
        const values = held(input);
        expect(pending(input, values)).toEqual([]);
        expect(assembled(input, values)).toEqual(assemblePrompt(input, SAMPLE_MODEL, 1));
      }),
      { numRuns: 60 },
    );
  });

  it('SESSION-5: a request never depends on anything pending', () => {
    fc.assert(
      fc.property(anyPromptInput, anyPromptInput, (first, second) => {
        const values = held(first);
        const mixed = { ...first, sections: second.sections, tools: second.tools, memoryFiles: second.memoryFiles };
        const keys = new Set(pending(mixed, values));
        const kept = mixed.sections.filter(({ id }) => keys.has(`section:${id}`));
        const before = assembled(mixed, values).sectionValues;
        for (const { id } of kept) expect(before.get(id)).toEqual(values.sections.get(id));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is pending', () => {
  it('SESSION-6: each thing that would be different', () => {
    expect(pending(withSection('rules', { text: 'Other.' }))).toEqual(['section:rules']);
    expect(pending(withSection('rules', { enabled: false }))).toEqual(['section:rules']);
    expect(pending(withSection('rules', { title: 'Renamed' }))).toEqual([]);
    expect(pending(withSection('servers', { text: 'Other.' }))).toEqual([]);
    expect(pending({ ...SAMPLE_INPUT, gitStatus: { ...SAMPLE_INPUT.gitStatus, user: 'Someone' } })).toEqual([
      'git-status',
    ]);
    expect(pending({ ...SAMPLE_INPUT, environment: { ...SAMPLE_INPUT.environment, today: '2027-01-01' } })).toEqual([
      'user-context',
    ]);
  });

  it('SESSION-6: memory files, those that came or went as well', () => {
    const [file] = SAMPLE_INPUT.memoryFiles;
    const local = { path: '/home/dev/shop/CLAUDE.local.md', text: 'Mine.' };
    expect(pending({ ...SAMPLE_INPUT, memoryFiles: [] })).toEqual([`memory-file:${file?.path}`]);
    expect(pending({ ...SAMPLE_INPUT, memoryFiles: [...SAMPLE_INPUT.memoryFiles, local] })).toEqual([
      `memory-file:${local.path}`,
    ]);
  });

  it('SESSION-6: with the fault that it would have', () => {
    const edits = pendingEdits(withSection('rules', { text: '{{nobody}}' }), SAMPLE_MODEL, held());
    expect(edits.get('section:rules')).toMatchObject({ code: 'template-invalid' });
    const tools = pendingEdits(withTool('read', { inputSchema: '{' }), SAMPLE_MODEL, held());
    expect(tools.get('tool:read')).toMatchObject({ code: 'schema-invalid' });
  });
});
