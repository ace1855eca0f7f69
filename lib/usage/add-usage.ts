import { settleCreation } from './settle-creation.ts';
import type { Usage } from './usage.ts';

type TokenField = Exclude<keyof Usage, 'raw' | 'totalInputTokens' | 'webSearches'>;

const FIELDS = [
  'inputTokens',
  'cacheReadTokens',
  'cacheCreation5mTokens',
  'cacheCreation1hTokens',
  'cacheCreationOtherTokens',
  'outputTokens',
] as const satisfies readonly TokenField[];

/** The usage of nothing: every figure is known to be 0. */
export const NO_USAGE: Usage = Object.fromEntries(FIELDS.map((field) => [field, 0]));

/**
 * Both usages together, field by field. Unknown + known = unknown: a sum that left a report out would pass for a total. Creation is
 * settled first (see settle-creation.ts); `raw` and searches belong to one report and are dropped.
 */
export function addUsage(a: Usage, b: Usage): Usage {
  const left = settleCreation(a);
  const right = settleCreation(b);
  const sums = FIELDS.flatMap((field) => {
    const [x, y] = [left[field], right[field]];
    return x === undefined || y === undefined ? [] : [[field, x + y] as const];
  });
  const total = toldTotal(a, b);
  return { ...Object.fromEntries(sums), ...(total !== undefined && { totalInputTokens: total }) };
}

/** Two whole prompts, where at least one was told as a whole. */
function toldTotal(a: Usage, b: Usage): number | undefined {
  if (a.totalInputTokens === undefined && b.totalInputTokens === undefined) return undefined;
  const [x, y] = [reportedTotalInput(a), reportedTotalInput(b)];
  return x === undefined || y === undefined ? undefined : x + y;
}

/** All usages together; of none, NO_USAGE. Tiers apply per request: price each request, then add the prices. */
export function sumUsage(usages: readonly Usage[]): Usage {
  return usages.reduce(addUsage, NO_USAGE);
}

/** The whole prompt as reported: told as a whole, or uncached + read + creation, in tokens; `undefined` when a part was not reported. */
export function reportedTotalInput(usage: Usage): number | undefined {
  if (usage.totalInputTokens !== undefined) return usage.totalInputTokens;
  const settled = settleCreation(usage);
  let sum = 0;
  for (const field of FIELDS) {
    if (field === 'outputTokens') continue;
    const part = settled[field];
    if (part === undefined) return undefined;
    sum += part;
  }
  return sum;
}
