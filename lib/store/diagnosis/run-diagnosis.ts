import { neededBetas } from '@/lib/backends/beta-headers.ts';
import { countedText } from '@/lib/cache/block-tokens.ts';
import { type CacheRules, DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { chainModel } from '@/lib/cache/chain-model.ts';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import { type Diagnosis, diagnose, type Explanation, explain } from '@/lib/cache/explain/diagnosis.ts';
import { comparedText } from '@/lib/cache/explain/divergence.ts';
import { missedCost } from '@/lib/cache/explain/missed-cost.ts';
import { type RequestTrace, traceRequest } from '@/lib/cache/explain/request-trace.ts';
import type { PrefixChain } from '@/lib/cache/prefix-chain.ts';
import { dayOf } from '@/lib/pricing/day.ts';
import { findModel } from '@/lib/pricing/model-card.ts';
import { conditionsOf, ownPrice, type PriceTerms, pricedBy } from '@/lib/pricing/price-terms.ts';
import { type OriginDifference, originDifference } from '@/lib/request/block-origin.ts';
import { flattenRequest } from '@/lib/request/flatten-request.ts';
import type { Run } from '@/lib/store/run.ts';
import { sessionEntries } from '@/lib/store/session-cache.ts';
import { roughCount } from '@/lib/tokens/rough-count.ts';
import { baseline } from './baseline.ts';
import type { ComparedRequest } from './compared-request.ts';

/** A request of the log that read less than it could have. */
export interface RunDiagnosis extends Diagnosis {
  readonly run: Run;
  readonly previous: Run;
  /** The section, tool or file that differs. */
  readonly origin: OriginDifference | undefined;
  readonly blockTitle: string | undefined;
  /** Nanodollars: what was billed for the missed tokens beyond what reading them costs. */
  readonly cost: number | undefined;
}

/** Why a run's reads fell short; `undefined`: they did not, or nobody reported. `workspace` is whose cache it was, if that is known. */
export function diagnoseRun(
  runs: readonly Run[],
  run: Run,
  workspace: string | undefined,
  terms?: PriceTerms,
): RunDiagnosis | undefined {
  const previous = baseline(runs, run);
  if (!previous) return undefined;
  const rules = rulesOf(run);
  // What the session had left by then: entries keep the TTL they were written with.
  const left = [...sessionEntries(runs.slice(0, runs.indexOf(previous) + 1), run.backend).values()];
  const [before, after] = [traceRun(previous, workspace, rules, left), traceRun(run, workspace, rules)];
  const diagnosis = diagnose(before, after, rules, countIn(run));
  if (!diagnosis) return undefined;
  const options = { on: dayOf(run.sentAt), ...conditionsOf(run.request) };
  const card = pricedBy(findModel(run.model), ownPrice(terms, run.model)) ?? {};
  return {
    ...diagnosis,
    run,
    previous,
    ...locate(diagnosis, previous, run),
    cost: run.reported && missedCost(run.reported, diagnosis.missed, card, options),
  };
}

/** Two requests beside each other, whatever was read; `origin` and `blockTitle` are where they part. */
export interface Comparison {
  readonly before: RequestTrace;
  readonly after: RequestTrace;
  readonly explanation: Explanation;
  readonly origin: OriginDifference | undefined;
  readonly blockTitle: string | undefined;
}

export function compareRequests(
  previous: ComparedRequest,
  current: ComparedRequest,
  workspace: string | undefined,
): Comparison {
  const rules = rulesOf(current);
  const [before, after] = [traceRun(previous, workspace, rules), traceRun(current, workspace, rules)];
  const explanation = explain(before, after, rules, countIn(current));
  return { before, after, explanation, ...locate(explanation, previous, current) };
}

/** The part of a request in which an explanation places the difference. */
function locate(
  { place }: Pick<Explanation, 'place'>,
  previous: ComparedRequest,
  run: ComparedRequest,
): { readonly origin: OriginDifference | undefined; readonly blockTitle: string | undefined } {
  if (!place) return { origin: undefined, blockTitle: undefined };
  const originOf = ({ origins }: ComparedRequest, path: string | undefined) =>
    origins?.find((each) => each.path === path);
  const [was, now] = [originOf(previous, place.previousPath), originOf(run, place.currentPath)];
  const blockTitle = now?.title ?? was?.title;
  if (place.change === 'same' || place.change === 'marked') return { origin: undefined, blockTitle };
  const textAt = (each: ComparedRequest, path: string | undefined) =>
    comparedText(flattenRequest(each.request).find((block) => block.path === path));
  const before = { text: textAt(previous, place.previousPath), origin: was };
  const after = { text: textAt(run, place.currentPath), origin: now };
  if (place.change === 'changed') return { origin: originDifference(before, after), blockTitle };
  // A block that came, went or moved has no former self at its place to be compared with.
  const side = place.change === 'removed' ? before : after;
  const whole = originDifference(NOTHING, side);
  return { origin: whole && { ...whole, change: place.change }, blockTitle: side.origin?.title ?? blockTitle };
}

const NOTHING = { text: '', origin: undefined };

function rulesOf({ keepsHeader }: ComparedRequest): CacheRules {
  return keepsHeader ? { ...DEFAULT_RULES, stripsAttributionHeader: false } : DEFAULT_RULES;
}

/** Requests are compared again at every key: what their blocks come to is found once. */
const HASHING = { digest: memoDigest(sha256Hex), links: new WeakMap() };

/** A request as it is compared. Tokens are those of its prediction where it has one, so that every figure is the one shown. */
function traceRun(
  run: ComparedRequest,
  workspace: string | undefined,
  rules: CacheRules,
  entries?: RequestTrace['entries'],
): RequestTrace {
  const trace = traceRequest(
    run.request,
    {
      // Hidden tokens are in those of the prediction already.
      model: { ...chainModel(findModel(run.model), 0), toolPromptTokens: { auto: 0, forced: 0 } },
      workspace: 'browser',
      count: countIn(run),
      ...HASHING,
      rules,
      betas: neededBetas(run.request),
    },
    {
      usage: run.reported,
      sentAt: run.sentAt,
      respondedAt: run.respondedAt,
      workspace,
      betas: neededBetas(run.request),
      entries,
    },
  );
  return { ...trace, chain: withTokens(trace.chain, run) };
}

/** The chain with the tokens of the prediction, hidden ones included. */
function withTokens(chain: PrefixChain, { prediction }: ComparedRequest): PrefixChain {
  const tokens = new Map(prediction?.blocks.map((block) => [block.path, block.tokens]));
  let end = 0;
  const positions = chain.positions.map((position) => {
    const own = tokens.get(position.path) ?? position.tokens;
    end += own;
    return { ...position, tokens: own, end };
  });
  return { ...chain, positions, totalTokens: end };
}

/** Counts a text as the run's prediction did where it is a whole block, else roughly. */
function countIn({ request, prediction, model }: ComparedRequest): (text: string) => number {
  const family = findModel(model)?.tokenizer ?? 'claude-new';
  const tokens = new Map(prediction?.blocks.map((block) => [block.path, block.tokens]));
  const known = new Map(
    flattenRequest(request).map((block) => [countedText(block) ?? '', tokens.get(block.path)] as const),
  );
  return (text) => known.get(text) ?? roughCount(text, family).tokens;
}
