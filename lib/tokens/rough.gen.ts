// Written by scripts/fit-tokens.ts (npm run fit-tokens -- <data-folder>). Do not edit.

/** Tokens a UTF-16 unit: ASCII; other alphabets; from U+2E80 on. Fitted with the coefficients, on the same texts. */
export const ROUGH = {
  'claude-old': [0.322, 0.885, 1.178],
  'claude-new': [0.428, 0.842, 1.18],
  'o200k': [0.278, 0.424, 0.906],
  'cl100k': [0.277, 1.175, 1.295],
} as const;
