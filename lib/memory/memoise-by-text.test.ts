import { describe, expect, it } from 'vitest';
import { memoiseByText } from './memoise-by-text.ts';

describe('memoiseByText', () => {
  const counting = (maxCharacters: number) => {
    const computed: string[] = [];
    const ask = memoiseByText((text) => {
      computed.push(text);
      return { text };
    }, maxCharacters);
    return { ask, computed };
  };

  it('MEM-24 computes a text once and gives the same answer again', () => {
    const { ask, computed } = counting(100);
    expect(ask('a')).toBe(ask('a'));
    expect(computed).toEqual(['a']);
  });

  it('MEM-24 gives up the least recently used first', () => {
    const { ask, computed } = counting(4);
    for (const text of ['aa', 'bb', 'aa', 'cc', 'aa', 'bb']) ask(text);
    expect(computed).toEqual(['aa', 'bb', 'cc', 'bb']);
  });

  it('MEM-24 answers texts beyond its bound too', () => {
    const { ask, computed } = counting(2);
    expect(ask('long')).toEqual({ text: 'long' });
    ask('a');
    ask('long');
    ask('a');
    expect(computed).toEqual(['long', 'a', 'long', 'a']);
  });
});
