import { plainOutcome } from './plain-outcome.ts';
import type { CachePolicy, PolicyCache } from './policy.ts';
import { ONE_TEXT } from './prompt-text.ts';
import { unmarkedChain } from './unmarked-chain.ts';

const NOTHING_KNOWN: PolicyCache = {
  evaluate: (chain) => ({ ...plainOutcome(chain, 0), isUnknown: true }),
  after: () => NOTHING_KNOWN,
  nextExpiry: () => undefined,
};

/** A backend of which nobody tells how it caches: the request is counted, and what is read of it is not predicted. */
export const UNKNOWN: CachePolicy = {
  id: 'unknown',
  note: 'How this backend caches is not known, so nothing is predicted of it. What it reports is shown.',
  chain: (request, options) => unmarkedChain(request, options, ONE_TEXT, 0),
  empty: NOTHING_KNOWN,
};
