import { describe, expect, it } from 'vitest';
import type { PromptContext } from './context.ts';
import { resolveSection } from './resolve-section.ts';
import type { Section } from './section.ts';

const CONTEXT = {
  language: 'Dutch',
  outputStyle: { name: '', prompt: '' },
  flags: { TOKEN_BUDGET: true, VOICE_MODE: false },
  mcp: { servers: [] },
} as unknown as PromptContext;

const section = (change: Partial<Section>): Section => ({
  id: 'a',
  title: 'House rules',
  text: 'text',
  kind: 'memoised',
  enabled: true,
  gates: [],
  ...change,
});

const resolve = (change: Partial<Section>) => resolveSection(section(change), CONTEXT);

describe('resolveSection', () => {
  it('PROMPT-8: a section that is on and open has its text', () => {
    expect(resolve({ gates: ['language', '!outputStyle.name', 'flags.TOKEN_BUDGET', '!mcp.servers'] })).toEqual({
      ok: true,
      value: { type: 'text', pieces: [{ text: 'text', sourceStart: 0, sourceEnd: 4 }] },
    });
  });

  it.each<[string, Partial<Section>, object]>([
    ['off', { enabled: false, text: '{{nobody}}', gates: ['nobody'] }, { cause: 'off' }],
    ['gated', { gates: ['language', 'flags.VOICE_MODE'] }, { cause: 'gated', gate: 'flags.VOICE_MODE' }],
    ['gated by a negation', { gates: ['!language'] }, { cause: 'gated', gate: '!language' }],
    ['gated by an empty list', { gates: ['mcp.servers'] }, { cause: 'gated', gate: 'mcp.servers' }],
    ['gated, whatever its text', { gates: ['!language'], text: '{{nobody}}' }, { cause: 'gated' }],
    ['empty', { text: '' }, { cause: 'empty' }],
    ['blank', { text: ' \n\t\r\n' }, { cause: 'empty' }],
    [
      'blank once it is filled in',
      { text: '{{#outputStyle.name}}\nstyle\n{{/outputStyle.name}}\n' },
      { cause: 'empty' },
    ],
    ['made of an empty value', { text: '{{outputStyle.name}} ' }, { cause: 'empty' }],
  ])('PROMPT-8: is null when %s', (_, change, expected) => {
    expect(resolve(change)).toMatchObject({ ok: true, value: { type: 'null', ...expected } });
  });

  it('PROMPT-8: an unknown gate, or a faulty template, is a failure under the section’s title', () => {
    expect(resolve({ gates: ['!nobody'] })).toMatchObject({
      ok: false,
      failure: { code: 'template-invalid', message: 'Nothing is called “!nobody”.', place: 'House rules, gate' },
    });
    expect(resolve({ text: 'a\n{{nobody}}' })).toMatchObject({
      failure: { place: 'House rules, line 2, column 1', fix: expect.stringContaining('left out') },
    });
  });

  it('PROMPT-9: blanks at the ends go, whatever pieces they are in, and the places stay right', () => {
    const text = '\n {{outputStyle.name}}\n  Speak {{language}} \n\n{{outputStyle.name}} \n';
    const result = resolve({ text });
    const pieces = result.ok && result.value.type === 'text' ? result.value.pieces : [];
    expect(pieces.map((piece) => piece.text)).toEqual(['Speak ', 'Dutch']);
    expect(pieces.map(({ sourceStart, sourceEnd }) => text.slice(sourceStart, sourceEnd))).toEqual([
      'Speak ',
      '{{language}}',
    ]);
    const padded = resolveSection(section({ text: ' {{language}} ' }), { ...CONTEXT, language: ' Dutch\n' });
    expect(padded).toMatchObject({ value: { pieces: [{ text: 'Dutch', sourceStart: 1, sourceEnd: 13 }] } });
    expect(resolve({ text: '  one \n' })).toMatchObject({
      value: { pieces: [{ text: 'one', sourceStart: 2, sourceEnd: 5 }] },
    });
  });
});
