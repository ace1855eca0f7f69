import { dayOf } from '@/lib/pricing/day.ts';
import { findModel } from '@/lib/pricing/model-card.ts';
import { priceUsage, uncachedPrice } from '@/lib/pricing/price.ts';
import { conditionsOf, ownPrice, type PriceTerms, pricedBy } from '@/lib/pricing/price-terms.ts';
import { reportedTotalInput } from '@/lib/usage/add-usage.ts';
import { reportedCreation } from '@/lib/usage/reported-creation.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import type { Run } from './run.ts';
import { predictedUsage } from './usage-rows.ts';

/** The input side of a run as a stacked bar, and what it cost; tokens and nanodollars, `undefined` where unknown. */
export interface RunFigures {
  readonly run: Run;
  /** `undefined`, and `uncached` too: neither reported nor predicted, for nobody knows how the backend caches. */
  readonly read: number | undefined;
  /** `undefined`: the backend reports no creation. */
  readonly created: number | undefined;
  readonly uncached: number | undefined;
  /** The figures are the backend's own; else they are the prediction, if there is one, for want of a report. */
  readonly isReported: boolean;
  readonly cost: number | undefined;
  /** What is known of a cost that is not known whole. */
  readonly costAtLeast: number | undefined;
  /** The same input, had nothing been cached, with the same output and searches. */
  readonly uncachedCost: number | undefined;
}

/** `terms` are the user's own prices: they hold for what was sent before them too. What is sent here is never in a batch. */
export function runFigures(run: Run, terms?: PriceTerms): RunFigures {
  const { reported, prediction, model, sentAt } = run;
  const isReported = reported?.inputTokens !== undefined && reported.cacheReadTokens !== undefined;
  const usage: Usage | undefined = isReported ? reported : predictedUsage(prediction);
  const card = pricedBy(findModel(model), ownPrice(terms, model)) ?? {};
  const options = {
    on: dayOf(sentAt),
    ...conditionsOf(run.request),
    ...(reported?.webSearches !== undefined && { webSearches: reported.webSearches }),
  };
  const priced = reported && priceUsage(reported, card, options);
  const total = reported && reportedTotalInput(reported);
  const bare = total === undefined ? undefined : uncachedPrice(total, card, options);
  const beside = priced?.lines.filter(({ label }) => label === 'output' || label === 'webSearch') ?? [];
  return {
    run,
    read: usage?.cacheReadTokens,
    created: usage && reportedCreation(usage),
    uncached: usage?.inputTokens,
    isReported,
    cost: priced?.complete ? priced.total : undefined,
    costAtLeast: priced && !priced.complete && priced.total > 0 ? priced.total : undefined,
    uncachedCost: bare?.complete ? beside.reduce((sum, { amount }) => sum + amount, bare.total) : undefined,
  };
}

/** Sums over a session, in nanodollars. `unpriced` requests (no report, or no price known whole) are left out of the sums. */
export interface SessionTotals {
  readonly requests: number;
  readonly unpriced: number;
  readonly cost: number;
  readonly uncachedCost: number;
  /** Requests among the `unpriced` of whose cost something is known, and how much that is. */
  readonly partial: number;
  readonly partialCost: number;
}

export function sessionTotals(figures: readonly RunFigures[]): SessionTotals {
  const priced = figures.filter(({ cost, uncachedCost }) => cost !== undefined && uncachedCost !== undefined);
  const partial = figures.filter(({ costAtLeast }) => costAtLeast !== undefined);
  return {
    requests: figures.length,
    unpriced: figures.length - priced.length,
    partial: partial.length,
    partialCost: partial.reduce((sum, { costAtLeast }) => sum + (costAtLeast ?? 0), 0),
    cost: priced.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
    uncachedCost: priced.reduce((sum, { uncachedCost }) => sum + (uncachedCost ?? 0), 0),
  };
}
