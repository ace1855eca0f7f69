import { expect, it } from 'vitest';
import { readableBlock } from './readable-block.ts';
import type { ContentBlockParam } from './wire.ts';

it('REQUEST-35: what can be read depends on the place, whichever was asked for first', () => {
  const block = () => ({ type: 'text', text: 'Hello' }) satisfies ContentBlockParam;
  for (const order of [
    ['tool', 'content'],
    ['content', 'tool'],
  ] as const) {
    const value = block();
    const [first, second] = order.map((place) => readableBlock(value, place));
    const [asTool, asContent] = order[0] === 'tool' ? [first, second] : [second, first];
    expect(asContent).toBe(value);
    expect(asTool).toEqual({ type: 'text', text: JSON.stringify(value) });
    expect(readableBlock(value, 'tool')).toBe(asTool);
  }
});
