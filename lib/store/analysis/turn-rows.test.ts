import { expect, it } from 'vitest';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import type { Document } from '@/lib/document/document.ts';
import { addTurn } from '@/lib/document/edit-conversation.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { analyse } from './analyse.ts';
import { assemble } from './assembly.ts';
import { faultText } from './fault-text.ts';
import { isSameRow, turnRows } from './turn-rows.ts';

const count = ({ length }: string) => ({ tokens: length, low: length, high: length, method: 'estimate' }) as const;
const analysed = (document: Document) =>
  analyse(assemble(document, 1), { count, digest: memoDigest(sha256Hex), now: 0 });

it('turns are numbered, with how they begin, their tokens, and what would be refused', () => {
  const empty: Document = { ...PRESETS[0].document, conversation: [] };
  const document: Document = {
    ...addTurn(empty),
    conversation: [{ id: 'a', role: 'user', text: '  Hello\n\nthere ' }, ...addTurn(empty).conversation],
  };
  const [first, second] = turnRows(document, analysed(document));
  expect(first).toMatchObject({ number: 1, opening: 'Hello there', fault: undefined, method: 'estimate' });
  expect(first?.tokens).toBeGreaterThan(0);
  expect(second).toMatchObject({ number: 2, opening: '' });
  expect(second?.fault).toMatch(/non-empty/);
  expect(turnRows(document, undefined)[0]).toMatchObject({ tokens: undefined, fault: undefined });
});

it('UI-14: a row says the same until its turn, its place, its tokens or its fault are others', () => {
  const document: Document = {
    ...PRESETS[0].document,
    conversation: [
      { id: 'a', role: 'user', text: '', blocks: [{ id: 'b', type: 'text', text: 'Hello' }] },
      { id: 'c', role: 'assistant', text: 'Hello.' },
    ],
  };
  const [first, second] = turnRows(document, analysed(document));
  const [again] = turnRows(document, analysed(document));
  if (!first || !second || !again) throw new Error('There are two turns.');
  expect(isSameRow(first, again)).toBe(true);
  expect(isSameRow(first, second)).toBe(false);
  const [block] = first.blocks;
  for (const other of [
    { ...first, number: 2 },
    { ...first, tokens: 0 },
    { ...first, fault: 'Empty.' },
    { ...first, turn: { ...first.turn } },
    { ...first, blocks: [] },
    { ...first, blocks: block ? [{ ...block, tokens: 0 }] : [] },
  ])
    expect(isSameRow(first, other)).toBe(false);
});

it('a fault is said in sentences', () => {
  expect(faultText({ message: 'It is empty', fix: 'Write some text.' })).toBe('It is empty. Write some text.');
  expect(faultText({ message: 'It is empty.' })).toBe('It is empty.');
});

it('UI-14: the blocks of a turn are rows of their own, which add up to the turn, with what is wrong at its place', () => {
  const document: Document = {
    ...PRESETS[0].document,
    conversation: [
      { id: 'a', role: 'user', text: 'Go on' },
      {
        id: 'b',
        role: 'assistant',
        text: '',
        blocks: [
          { id: 'x', type: 'thinking', text: 'Hm.', signature: '' },
          { id: 'y', type: 'text', text: 'I read\nit.' },
          { id: 'z', type: 'tool-use', call: 't', name: 'Read', input: '{"a' },
        ],
      },
    ],
  };
  const [plain, row] = turnRows(document, analysed(document));
  expect(plain?.blocks).toEqual([]);
  expect(row?.opening).toBe('I read it.');
  expect(row?.blocks.map(({ opening }) => opening)).toEqual(['Hm.', 'I read it.', 'Read {"a']);
  expect(row?.tokens).toBe(row?.blocks.reduce((sum, { tokens = 0 }) => sum + tokens, 0));
  expect(row?.blocks.map(({ fault }) => fault === undefined)).toEqual([true, true, false]);
  const { blocks } = analysed(document);
  const uneven = blocks.map((block) =>
    block.text.includes('I read') ? { ...block, count: { ...block.count, method: 'rough' as const } } : block,
  );
  expect(row?.method, 'ANALYSIS-5').toBe('estimate');
  expect(turnRows(document, { blocks: uneven })[1]?.method, 'ANALYSIS-5').toBe('rough');
});
