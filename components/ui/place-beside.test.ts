import { describe, expect, it } from 'vitest';
import { placeBeside } from './place-beside.ts';

const viewport = { width: 400, height: 300 };
const card = { width: 100, height: 20 };

describe('placeBeside', () => {
  it('centres the card on the asked side', () => {
    const anchor = { left: 180, top: 140, width: 40, height: 20 };
    expect(placeBeside(anchor, card, viewport, 'bottom')).toEqual({ left: 150, top: 166 });
    expect(placeBeside(anchor, card, viewport, 'top')).toEqual({ left: 150, top: 114 });
  });
  it('crosses over where the asked side has no room', () => {
    expect(placeBeside({ left: 180, top: 270, width: 40, height: 20 }, card, viewport, 'bottom').top).toBe(244);
    expect(placeBeside({ left: 180, top: 10, width: 40, height: 20 }, card, viewport, 'top').top).toBe(36);
  });
  it('keeps to the viewport at its edges', () => {
    expect(placeBeside({ left: 0, top: 140, width: 20, height: 20 }, card, viewport, 'bottom').left).toBe(6);
    expect(placeBeside({ left: 390, top: 140, width: 10, height: 20 }, card, viewport, 'bottom').left).toBe(294);
  });
});
