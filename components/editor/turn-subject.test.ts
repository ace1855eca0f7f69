import { describe, expect, it } from 'vitest';
import type { Document } from '@/lib/document/document.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import type { Turn } from '@/lib/prompt/prompt-input.ts';
import { turnTexts } from './turn-subject.ts';

const TURN: Turn = {
  id: 'a',
  role: 'user',
  text: '',
  blocks: [
    {
      id: 'b1',
      type: 'context',
      parts: [
        { type: 'text', text: 'Files' },
        { type: 'file', path: '/a.md', heading: 'Contents of /a.md:\n\n' },
        { type: 'text', text: 'End' },
      ],
    },
    { id: 'b2', type: 'tool-use', call: 't', name: 'Read', input: '{}' },
    {
      id: 'b3',
      type: 'tool-result',
      call: 't',
      isError: false,
      content: [
        { id: 'p', type: 'image', width: 1, height: 1 },
        { id: 'q', type: 'text', text: 'Found' },
      ],
    },
    { id: 'b4', type: 'image', width: 2, height: 2 },
    { id: 'b5', type: 'other', json: '{"type":"x"}' },
  ],
};
const DOCUMENT: Document = { ...PRESETS[0].document, conversation: [TURN] };

describe('the texts of a turn', () => {
  it('UI-14: are those of its blocks, each with a heading of its own', () => {
    const texts = turnTexts(TURN, 'Turn 1');
    expect(texts.map(({ heading, text }) => [heading, text])).toEqual([
      ['Block 1 · Reminder · words 1', 'Files'],
      ['Block 1 · Reminder · words 3', 'End'],
      ['Block 2 · Tool use · Read', '{}'],
      ['Block 3 · Tool result · part 2', 'Found'],
      ['Block 5 · Other block', '{"type":"x"}'],
    ]);
    expect(new Set(texts.map(({ name }) => name)).size).toBe(texts.length);
    expect(new Set(texts.map(({ key }) => key)).size).toBe(texts.length);
  });

  it('UI-14: are written back into their own block, and nothing else changes', () => {
    for (const [index, text] of turnTexts(TURN, 'Turn 1').entries()) {
      const next = text.write(DOCUMENT, 'NEW');
      const after = turnTexts(next.conversation[0] ?? TURN, 'Turn 1').map((each) => each.text);
      expect(after[index]).toBe('NEW');
      expect(JSON.stringify(next)).toBe(JSON.stringify(DOCUMENT).replace(JSON.stringify(text.text), '"NEW"'));
    }
  });

  it('UI-14: are written into a document that has changed since, by the places of before', () => {
    const places = turnTexts(TURN, 'Turn 1');
    const found = places.findIndex(({ text }) => text === 'Found');
    const changed = { ...TURN, blocks: JSON.parse(JSON.stringify(TURN.blocks).replace('"q"', '"q2"')) } as Turn;
    const next = places[found]?.write({ ...DOCUMENT, conversation: [changed] }, 'NEW');
    expect(JSON.stringify(next?.conversation[0])).toBe(JSON.stringify(changed).replace('"Found"', '"NEW"'));
  });

  it('UI-14: of a turn without blocks is its one text', () => {
    const [only, ...more] = turnTexts({ id: 'x', role: 'system', text: 'Now.' }, 'Turn 1');
    expect(more).toEqual([]);
    expect(only).toMatchObject({ text: 'Now.', name: 'Turn 1' });
  });
});
