import { expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
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
