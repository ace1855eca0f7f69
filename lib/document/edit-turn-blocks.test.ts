import { describe, expect, it } from 'vitest';
import type { Turn } from '@/lib/prompt/prompt-input.ts';
import type { Document } from './document.ts';
import { moveMemoryFile } from './edit-memory-paths.ts';
import { addTurnBlock, changeTurnBlock, removeTurnBlock, stepTurnBlock } from './edit-turn-blocks.ts';
import { parseDocument } from './parse-document.ts';
import { PRESETS } from './presets.ts';

const CONVERSATION: readonly Turn[] = [
  { id: 'a', role: 'user', text: 'Ask' },
  { id: 'b', role: 'assistant', text: 'Answer' },
];
const BASE: Document = {
  ...PRESETS[0].document,
  conversation: CONVERSATION,
  cache: { ...PRESETS[0].document.cache, marks: { 'turn:b': '1h', draft: 'none' } },
};
const blocks = (document: Document, id: string) => document.conversation.find((turn) => turn.id === id)?.blocks;

describe('the blocks of a turn', () => {
  it('EDIT-20: the first added one makes the text a block; its mark goes with it, and other turns stay', () => {
    const added = addTurnBlock(BASE, 'b', 'tool-use');
    expect(blocks(added, 'b')).toEqual([
      { id: 'block', type: 'text', text: 'Answer' },
      { id: 'block-2', type: 'tool-use', call: 'toolu_1', name: BASE.tools[0]?.name, input: '{}' },
    ]);
    expect(added.cache.marks).toEqual({ 'turn:b:block': '1h', draft: 'none' });
    expect(added.conversation[0]).toBe(BASE.conversation[0]);
    expect(parseDocument(added)).toEqual({ ok: true, value: added });
  });

  it('EDIT-20: a result answers the last call that has none yet', () => {
    const called = addTurnBlock(addTurnBlock(BASE, 'b', 'tool-use'), 'b', 'tool-use');
    const once = addTurnBlock(called, 'a', 'tool-result');
    expect(blocks(once, 'a')?.at(-1)).toMatchObject({ call: 'toolu_1-2', isError: false });
    expect(blocks(addTurnBlock(once, 'a', 'tool-result'), 'a')?.at(-1)).toMatchObject({ call: 'toolu_1' });
  });

  it('EDIT-20: move within their turn, change and go; what names nothing changes nothing', () => {
    const two = addTurnBlock(BASE, 'a', 'image');
    const stepped = stepTurnBlock(two, 'a', 'block-2', -1);
    expect(blocks(stepped, 'a')?.map(({ id }) => id)).toEqual(['block-2', 'block']);
    expect(stepTurnBlock(two, 'a', 'block', -1)).toBe(two);
    expect(blocks(removeTurnBlock(two, 'a', 'block'), 'a')).toHaveLength(1);
    const changed = changeTurnBlock(two, 'a', 'block-2', (block) => ({ ...block, width: 7 }) as typeof block);
    expect(blocks(changed, 'a')?.[1]).toMatchObject({ width: 7, height: 768 });
    expect(addTurnBlock(BASE, 'nowhere', 'text')).toBe(BASE);
  });

  it('EDIT-2: a reminder names a memory file by its new path once it has moved', () => {
    const parts = [{ type: 'file', path: '/a.md', heading: 'Contents of /a.md:\n\n' }] as const;
    const document: Document = {
      ...BASE,
      memoryFiles: [{ path: '/a.md', text: '' }],
      conversation: [
        ...CONVERSATION,
        { id: 'c', role: 'user', text: '', blocks: [{ id: 'x', type: 'context', parts }] },
      ],
    };
    const moved = moveMemoryFile(document, '/a.md', '/b.md');
    expect(blocks(moved, 'c')).toMatchObject([{ parts: [{ path: '/b.md', heading: 'Contents of /b.md:\n\n' }] }]);
    expect(moved.conversation[0]).toBe(document.conversation[0]);
  });
});
