import { writeFileSync } from 'node:fs';
import { FEATURE_NAMES } from '@/lib/tokens/feature.ts';
import type { Bands } from './bands.ts';
import type { Target } from './model.ts';

const HEADER = '// Written by scripts/fit-tokens.ts (npm run fit-tokens -- <data-folder>). Do not edit.\n';

export interface FittedModel {
  readonly fit: object;
  readonly coefficients: readonly Float64Array[];
  readonly bands: Readonly<Record<Target, Bands>>;
}

/** Writes the coefficients, in thousandths of a token, the bands, and where they come from. */
export function writeModel(path: URL, { fit, coefficients, bands }: FittedModel): void {
  const rows = FEATURE_NAMES.map((name, feature) => {
    const columns = coefficients.map((column) => Math.round((column[feature] ?? 0) * 1000));
    return `  '${name}': [${columns.join(', ')}],\n`;
  });
  writeFileSync(
    path,
    `${HEADER}
/** What was fitted, on what, when, and how far off it is on held-out texts (per cent, absolute). */
export const FIT = ${JSON.stringify(fit, null, 2)} as const;

/** Thousandths of a token for each unit of a feature: claude-old, claude-new, cl100k. */
export const COEFFICIENTS: Readonly<Record<string, readonly [number, number, number]>> = {
${rows.join('')}};

/** The relative error nine in ten held-out texts stay within: \`floors\` for long texts, \`noise\` by the root of their length. */
export const BANDS = ${JSON.stringify(bands, null, 2)} as const;
`,
  );
}

/** Writes the tokens a character costs, for the count without a vocabulary. */
export function writeRough(path: URL, rough: Readonly<Record<string, readonly number[]>>): void {
  const rows = Object.entries(rough).map(([family, values]) => `  '${family}': [${values.join(', ')}],\n`);
  writeFileSync(
    path,
    `${HEADER}
/** Tokens a UTF-16 unit: ASCII; other alphabets; from U+2E80 on. Fitted with the coefficients, on the same texts. */
export const ROUGH = {
${rows.join('')}} as const;
`,
  );
}
