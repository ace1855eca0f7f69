import { describe, expect, it } from 'vitest';
import { placeBeside } from './place-beside.ts';

const viewport = { width: 400, height: 300 };
const card = { width: 100, height: 20 };

describe('placeBeside', () => {
  it('centres the card below', () => {
    const anchor = { left: 180, top: 140, width: 40, height: 20 };
    expect(placeBeside(anchor, card, viewport)).toEqual({ left: 150, top: 166 });
  });
  it('crosses over where there is no room below', () => {
    expect(placeBeside({ left: 180, top: 270, width: 40, height: 20 }, card, viewport).top).toBe(244);
  });
  it('keeps to the viewport at its edges', () => {
    expect(placeBeside({ left: 0, top: 140, width: 20, height: 20 }, card, viewport).left).toBe(6);
    expect(placeBeside({ left: 390, top: 140, width: 10, height: 20 }, card, viewport).left).toBe(294);
  });
});
