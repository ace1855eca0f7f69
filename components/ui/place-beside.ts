type Box = { left: number; top: number; width: number; height: number };
type Size = { width: number; height: number };

const GAP = 6;
const MARGIN = 6;

/** Where a card stands beside its anchor, in viewport pixels: below if it fits there, else above; never outside. */
export function placeBeside(anchor: Box, card: Size, viewport: Size): { left: number; top: number } {
  const above = anchor.top - GAP - card.height;
  const below = anchor.top + anchor.height + GAP;
  const fitsAbove = above >= MARGIN;
  const fitsBelow = below + card.height + MARGIN <= viewport.height;
  const top = fitsBelow || !fitsAbove ? below : above;
  const centred = anchor.left + (anchor.width - card.width) / 2;
  return { left: within(centred, viewport.width - card.width), top: within(top, viewport.height - card.height) };
}

const within = (at: number, room: number) => Math.max(MARGIN, Math.min(at, room - MARGIN));
