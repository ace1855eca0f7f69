import { expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { setSectionReminder } from '@/lib/document/edit-sections.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { IDENTITIES } from '@/lib/prompt/system-prompt.ts';
import { sampleAnalysis } from './analysis-sample.ts';
import { assemble } from './assembly.ts';

const find = (id: string) => PRESETS.find(({ document }) => document.preset.id === id)?.document as Document;
const of = (id: string) => assemble(find(id), 1).built;

it('DOC-34: the current client sends session parts among the messages, under three marks', () => {
  const { blocks, request } = of('current-client');
  const marked = blocks.filter(({ breakpoint }) => breakpoint).map(({ id }) => id);
  expect(marked).toEqual(['system:identity', 'system:rest', 'session-context']);
  expect(request.messages.map(({ role }) => role)).toEqual(['user', 'system']);
  expect(blocks.filter(({ path }) => path.startsWith('messages.0')).map(({ id }) => id)).toEqual([
    'user-context',
    'git-status',
    'reminder:open_file',
    'reminder:task_list',
    'mcp-announcement',
    'draft',
  ]);
  expect(request.tools).toHaveLength(12);
  expect(sampleAnalysis(find('current-client')).blocking).toEqual([]);
});

it('DOC-34: on a later turn its rolling mark is on the last user block', () => {
  const conversation = [
    { id: 'a', role: 'user', text: 'Hello' },
    { id: 'b', role: 'assistant', text: 'Hi' },
  ] as const;
  const { blocks } = assemble({ ...find('current-client'), conversation }, 1).built;
  const marked = blocks.filter(({ breakpoint }) => breakpoint).map(({ id }) => id);
  expect(marked).toEqual(['system:identity', 'system:rest', 'draft']);
});

it('DOC-34: on an older model they are a reminder in the first user message', () => {
  const { request, blocks } = assemble({ ...find('current-client'), model: 'claude-sonnet-5' }, 1).built;
  expect(request.messages.map(({ role }) => role)).toEqual(['user']);
  const session = blocks.find(({ id }) => id === 'session-context');
  expect(session?.text).toMatch(/^<system-reminder>\n[\s\S]+\n<\/system-reminder>$/);
  for (const { start, end } of session?.spans ?? [])
    expect(session?.text.slice(start, end)).not.toContain('system-reminder>');
});

it('PROMPT-30: a dynamic section may be a reminder of its own, whose characters are the section’s', () => {
  const preset = find('current-client');
  const { built } = assemble(preset, 1);
  const block = built.blocks.find(({ id }) => id === 'reminder:open_file');
  expect(block).toMatchObject({ title: 'Open file', layer: 'session', breakpoint: undefined });
  expect(block?.text).toMatch(/^<system-reminder>\nThe user has .+\n<\/system-reminder>$/);
  const [span] = block?.spans ?? [];
  expect(block?.text.slice(span?.start, span?.end)).toMatch(/^The user has .+has\.$/);
  const without = setSectionReminder(preset, 'open_file', false);
  expect(setSectionReminder(without, 'open_file', true).sections).toEqual(preset.sections);
  expect('reminder' in (without.sections.find(({ id }) => id === 'open_file') ?? {})).toBe(false);
  const ids = (document: Document) => assemble(document, 1).built.blocks.map(({ id }) => id);
  expect(ids(without)).not.toContain('reminder:open_file');
  expect(assemble(without, 1).built.blocks.find(({ id }) => id === 'session-context')?.text).toContain('The user has');
  // In front of the boundary, and in the classic layout, it is a section like any other.
  expect(ids({ ...preset, boundary: preset.sections.length }).some((id) => id.startsWith('reminder:'))).toBe(false);
  const { layout: _, ...classic } = preset;
  expect(ids(classic).some((id) => id.startsWith('reminder:'))).toBe(false);
});

it('PROMPT-31: in the current layout simple mode is one block of place and date, with three tools', () => {
  const preset = find('current-client');
  const { request } = assemble({ ...preset, flags: { ...preset.flags, CLAUDE_CODE_SIMPLE: true } }, 1).built;
  const { workingDirectory, today } = preset.environment;
  const texts = Array.isArray(request.system) ? request.system.map(({ text }) => text) : [];
  expect(texts.filter((text) => !text.startsWith('x-anthropic'))).toEqual([`CWD: ${workingDirectory}\nDate: ${today}`]);
  expect(request.tools?.map((tool) => 'name' in tool && tool.name)).toEqual(['Read', 'Edit', 'Bash']);
});

it('PROMPT-31: a custom prompt takes the place of the main block and changes the identity; append is joined to it', () => {
  const preset = find('current-client');
  const prompts = {
    ...preset.prompts,
    custom: { enabled: true, text: 'Sort shells.' },
    append: { enabled: true, text: 'Quietly.' },
  };
  const { blocks } = assemble({ ...preset, prompts }, 1).built;
  const texts = (of: typeof blocks) =>
    of.filter(({ level, id }) => level === 'system' && id !== 'system:header').map(({ text }) => text);
  expect(texts(blocks)).toEqual([IDENTITIES.sdk, 'Sort shells.\n\nQuietly.']);
  expect(texts(assemble(preset, 1).built.blocks)[0]).toBe(IDENTITIES.cli);
  expect(blocks.some(({ id }) => id === 'session-context')).toBe(true);
});

it('PROMPT-31: the header switched off by the environment leaves no block', () => {
  const preset = find('current-client');
  const off = { ...preset, flags: { ...preset.flags, CLAUDE_CODE_ATTRIBUTION_HEADER_0: true } };
  const ids = (document: Document) =>
    assemble(document, 1)
      .built.blocks.filter(({ level }) => level === 'system')
      .map(({ id }) => id);
  expect(ids(preset)).toEqual(['system:header', 'system:identity', 'system:rest']);
  expect(ids(off)).toEqual(['system:identity', 'system:rest']);
});

it('DOC-34: the two-part prompt sends no tools, and four flags add to its second part alone', () => {
  const ids = of('two-part').blocks.map(({ id }) => id);
  expect(ids).toEqual(['system:header', 'system:identity', 'system:static', 'system:dynamic', 'user-context', 'draft']);
  const text = (document: Document, id: string) =>
    assemble(document, 1).built.blocks.find((block) => block.id === id)?.text ?? '';
  const base = find('two-part');
  for (const flag of ['BRIDGE_MODE', 'VOICE_MODE', 'tengu_coordinator', 'chicago_beta'] as const) {
    const on = { ...base, flags: { ...base.flags, [flag]: true } };
    expect(text(on, 'system:static')).toBe(text(base, 'system:static'));
    expect(text(on, 'system:dynamic').length).toBeGreaterThan(text(base, 'system:dynamic').length);
  }
});

it('DOC-34: the header of the local model changes with every request', () => {
  const header = (requestNumber: number) =>
    assemble(find('local-model'), requestNumber).built.blocks.find(({ id }) => id === 'system:header')?.text;
  expect(header(1)).toMatch(/cch=/);
  expect(header(2)).not.toBe(header(1));
});

it.each(PRESETS)('DOC-34: $title can be sent as it is', ({ document }) => {
  expect(sampleAnalysis(document).failures).toEqual([]);
});
