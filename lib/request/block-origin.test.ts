import { describe, expect, it } from 'vitest';
import type { Span } from '@/lib/prompt/block.ts';
import { blockOrigin, originDifference } from './block-origin.ts';

/** A block of these parts, joined by a blank line. */
function block(parts: Readonly<Record<string, string>>) {
  let text = '';
  const spans: Span[] = [];
  for (const [id, words] of Object.entries(parts)) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += words;
    const source = { type: 'section', id } as const;
    // Templates give one section several spans.
    const middle = start + Math.floor(words.length / 2);
    const span = { source, layer: 'static', sourceStart: 0, sourceEnd: 0 } as const;
    spans.push({ ...span, start, end: middle }, { ...span, start: middle, end: text.length });
  }
  const origin = blockOrigin({ path: 'system.0', title: 'Static', spans }, (source) => `${source.type}`);
  return { text, origin };
}

describe('the origin of a block', () => {
  it('DIAG-12 joins the spans of one source', () => {
    expect(block({ a: 'one', b: 'two' }).origin.spans).toMatchObject([
      { key: 'section:a', start: 0, end: 3 },
      { key: 'section:b', start: 5, end: 8 },
    ]);
  });

  it.each([
    ['changed', { a: 'one', b: 'two' }, { a: 'one', b: 'tXo' }, 'section:b', 1],
    ['changed', { a: 'one', b: 'two' }, { a: 'one.', b: 'two' }, 'section:a', 3],
    ['added', { a: 'one', b: 'two' }, { a: 'one', c: 'new', b: 'two' }, 'section:c', 0],
    ['added', { a: 'one' }, { a: 'one', c: 'new' }, 'section:c', 0],
    ['removed', { a: 'one', b: 'two' }, { b: 'two' }, 'section:a', 0],
    ['removed', { a: 'one', b: 'two' }, { a: 'one' }, 'section:b', 0],
    ['moved', { a: 'one', b: 'two' }, { b: 'two', a: 'one' }, 'section:b', 0],
  ] as const)('DIAG-12 finds the part that was %s', (change, was, now, key, character) => {
    expect(originDifference(block(was), block(now))).toMatchObject({ change, span: { key }, character });
  });

  it('DIAG-12 knows nothing of what it was not told', () => {
    expect(originDifference({ text: 'a', origin: undefined }, { text: 'b', origin: undefined })).toBeUndefined();
    expect(originDifference(block({ a: 'one' }), block({ a: 'one' }))).toBeUndefined();
  });
});
