import { ROUGH } from './rough.gen.ts';
import type { TokenCount, TokenizerFamily } from './token-count.ts';

const BAND = 0.35;

/** A count from the number of characters alone, in a few milliseconds a megabyte: shown until the counter has answered. */
export function roughCount(text: string, family: TokenizerFamily): TokenCount {
  const exact = roughCharacters(text).reduce((sum, count, width) => sum + count * (ROUGH[family][width] ?? 0), 0);
  const tokens = text === '' ? 0 : Math.max(1, Math.round(exact));
  return { tokens, low: Math.floor(tokens * (1 - BAND)), high: Math.ceil(tokens * (1 + BAND)), method: 'rough' };
}

/** UTF-16 units of a text by where they stand: ASCII; other alphabets; from U+2E80 on (Chinese, Japanese, Korean, emoji). */
export function roughCharacters(text: string): [ascii: number, alphabets: number, wide: number] {
  let alphabets = 0;
  let wide = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x2e80) wide++;
    else if (unit >= 0x80) alphabets++;
  }
  return [text.length - alphabets - wide, alphabets, wide];
}
