import { expect, it } from 'vitest';
import { PRESETS } from '@/lib/document/presets.ts';
import { sampleAnalysis } from '@/lib/store/analysis/analysis-sample.ts';
import { describePart } from './describe-part.ts';
import { partSelection } from './part-selection.ts';

const analysis = sampleAnalysis(PRESETS[0].document);
const parts = analysis.segments.flatMap((segment) => segment.parts);
const partOf = (key: string) => {
  const part = parts.find((each) => each.key === key);
  if (!part) throw new Error(`The ribbon has no ${key}.`);
  return part;
};

it.each([
  ['section:intro', { type: 'section', id: 'intro' }],
  ['tool:read', { type: 'tool', id: 'read' }],
  ['turn:turn-1-user', { type: 'turn', id: 'turn-1-user' }],
  ['git-status', { type: 'git-status' }],
])('UI-5 a click on %s opens its own editor', (key, selection) =>
  expect(partSelection(partOf(key))).toEqual({ selection, view: 'edit' }),
);

it('UI-5 a click on a memory file opens that file', () => {
  const part = parts.find(({ source }) => source.type === 'memory-file');
  expect(part && partSelection(part)).toEqual({ selection: part?.source, view: 'edit' });
});

it.each(['identity', 'user-context', 'draft'])(
  'UI-5 a click on %s, which has no editor, shows the assembled view',
  (key) => expect(partSelection(partOf(key)).view).toBe('assembled'),
);

it('UI-5 a part is told in one line: name, tokens, costs, key', () => {
  const part = partOf('section:intro');
  const [name, tokens, read, created, key] = describePart(part).split(' · ');
  expect(name).toBe(part.title);
  expect(tokens).toBe(`~${part.tokens} tokens ±35 %`);
  expect([read, created]).toEqual([
    expect.stringMatching(/^\$0\.\d+ read$/),
    expect.stringMatching(/^\$0\.\d+ created$/),
  ]);
  expect(key).toBe(`key ${part.block.key?.slice(0, 4)}…${part.block.key?.slice(-2)}`);
});

it("UI-5 a part's cost is its share of the block's", () => {
  const part = partOf('section:intro');
  const whole = { ...part, tokens: part.block.count.tokens };
  const cost = (each: typeof part) => Number(/\$([\d.]+) read/.exec(describePart(each))?.[1]);
  expect(cost(part) / cost(whole)).toBeCloseTo(part.tokens / whole.tokens, 1);
});

it('UI-5 a part of a model without prices has none, and one outside the prefix no key', () => {
  const { block, ...part } = partOf('section:intro');
  const costs = {
    read: undefined,
    creation5m: undefined,
    creation1h: undefined,
    creationOther: undefined,
    uncached: undefined,
  };
  const bare = { ...part, block: { ...block, costs, key: undefined } };
  expect(describePart(bare)).toBe(`${part.title} · ~${part.tokens} tokens ±35 %`);
});

it('TOKEN-51 a part says how its tokens were counted, and how far they and its costs may be off', () => {
  const { block, ...part } = partOf('section:intro');
  const count = { ...block.count, low: block.count.tokens * 0.94, high: block.count.tokens * 1.06 };
  const tokensOf = (own: typeof count) => describePart({ ...part, block: { ...block, count: own } }).split(' · ')[1];
  expect(tokensOf({ ...count, method: 'estimate' })).toBe(`≈${part.tokens} tokens ±6 %`);
  const { tokens } = block.count;
  expect(tokensOf({ tokens, low: tokens, high: tokens, method: 'exact' })).toBe(`${part.tokens} tokens`);
});
