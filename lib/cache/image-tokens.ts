import { type ImageSize, imageSize } from '@/lib/request/image-size.ts';

/** The longest edge a picture keeps, in pixels; a larger one is scaled down (the provider's vision page, read 2026-11). */
const LONGEST_EDGE = 1568;
/** Pixels a token, and the most tokens a picture costs after it was scaled down (the same page). */
const PIXELS_A_TOKEN = 750;
const MOST_TOKENS = 1600;

/** What a picture of a size costs, in whole tokens: width × height / 750 after scaling, 1,600 at most. */
export function sizeTokens({ width, height }: ImageSize): number {
  const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height));
  const pixels = Math.round(width * scale) * Math.round(height * scale);
  return Math.max(1, Math.min(MOST_TOKENS, Math.ceil(pixels / PIXELS_A_TOKEN)));
}

/** What a picture costs by its `source`; the most there is, for want of its size (a link, a format that is not read). */
export function imageTokens(source: object): number {
  const size = imageSize(source);
  return size ? sizeTokens(size) : MOST_TOKENS;
}
