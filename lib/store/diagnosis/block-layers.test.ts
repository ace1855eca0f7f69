import { describe, expect, it } from 'vitest';
import type { Layer } from '@/lib/prompt/block.ts';
import { blockOrigin } from '@/lib/request/block-origin.ts';
import { blockLayers } from './block-layers.ts';

const originOf = (parts: readonly (readonly [string, Layer, number, number])[]) =>
  blockOrigin(
    {
      path: 'system.1',
      title: 'Rest',
      spans: parts.map(([id, layer, start, end]) => ({
        source: { type: 'section', id },
        layer,
        start,
        end,
        sourceStart: 0,
        sourceEnd: 0,
      })),
    },
    ({ type }) => type,
  );

describe('the layers of a block', () => {
  it('COMPARE-1: follow its parts, what stands between them given to the one in front', () => {
    const origin = originOf([
      ['a', 'session', 0, 3],
      ['b', 'session', 5, 8],
      ['c', 'volatile', 10, 16],
      ['d', 'session', 18, 20],
    ]);
    expect(blockLayers(origin, 'system')).toEqual([
      { layer: 'session', from: 0, to: 0.5 },
      { layer: 'volatile', from: 0.5, to: 0.9 },
      { layer: 'session', from: 0.9, to: 1 },
    ]);
  });

  it('COMPARE-1: are its level’s where nothing is known of its parts', () => {
    expect(blockLayers(undefined, 'tools')).toEqual([{ layer: 'tools', from: 0, to: 1 }]);
    expect(blockLayers(originOf([]), 'messages')).toEqual([{ layer: 'conversation', from: 0, to: 1 }]);
    const {
      spans: [known],
      ...origin
    } = originOf([['a', 'memory', 0, 4]]);
    const { layer: _, ...older } = known ?? expect.fail('It has a part.');
    expect(blockLayers({ ...origin, spans: [older] }, 'messages')).toEqual([{ layer: 'conversation', from: 0, to: 1 }]);
  });
});
