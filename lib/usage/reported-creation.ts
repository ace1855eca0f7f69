import type { Usage } from './usage.ts';

/** All cache creation of a report, in tokens; `undefined` when it names none of the classes, which is not 0. */
export function reportedCreation(usage: Usage): number | undefined {
  const classes = [usage.cacheCreation5mTokens, usage.cacheCreation1hTokens, usage.cacheCreationOtherTokens];
  const named = classes.filter((tokens) => tokens !== undefined);
  return named.length === 0 ? undefined : named.reduce((sum, tokens) => sum + tokens, 0);
}
