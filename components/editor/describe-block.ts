import { formatCount } from '@/components/ui/format-count.ts';
import type { AnalysedBlock, Analysis } from '@/lib/store/analysis/analysis.ts';
import { leastSure } from '@/lib/tokens/least-sure.ts';
import type { TokenCount } from '@/lib/tokens/token-count.ts';

/** What the cache does with a block, for the eye: a swatch where there is a state, always words. */
export interface StateLook {
  readonly swatch: 'read' | 'creation' | 'uncached' | undefined;
  readonly words: string;
  readonly title: string;
}

export const STATE_LOOKS: Readonly<Record<AnalysedBlock['state'], StateLook>> = {
  read: { swatch: 'read', words: 'read', title: 'Predicted: read from the cache' },
  'creation-5m': { swatch: 'creation', words: 'creation 5m', title: 'Predicted: created in the cache for 5 minutes' },
  'creation-1h': { swatch: 'creation', words: 'creation 1h', title: 'Predicted: created in the cache for 1 hour' },
  'creation-other': { swatch: 'creation', words: 'creation', title: 'Predicted: created in the cache' },
  uncached: { swatch: 'uncached', words: 'uncached', title: 'Predicted: plain input' },
  unknown: { swatch: undefined, words: 'not known', title: 'Not predicted: how this backend caches is not known' },
  stripped: {
    swatch: undefined,
    words: 'stripped',
    title: 'The provider drops this block before it counts and caches',
  },
  deferred: { swatch: undefined, words: 'deferred', title: 'Loaded on demand only; not in the prefix' },
};

/** What a block is predicted to cost, in nanodollars; `undefined` where it costs nothing or no price is known. */
export function predictedCost({ state, costs }: AnalysedBlock): number | undefined {
  switch (state) {
    case 'read':
      return costs.read;
    case 'creation-5m':
      return costs.creation5m;
    case 'creation-1h':
      return costs.creation1h;
    case 'creation-other':
      return costs.creationOther;
    case 'uncached':
      return costs.uncached;
    default:
      return undefined;
  }
}

/** The tools as one: their tokens, where the last of them ends, what they cost, and what the cache does with them all. */
export interface ToolSummary {
  readonly count: TokenCount;
  readonly end: number | undefined;
  /** Nanodollars; `undefined` where it is not known. */
  readonly cost: number | undefined;
  /** `undefined` when they differ. */
  readonly state: AnalysedBlock['state'] | undefined;
  readonly deferred: number;
  readonly marks: number;
  readonly faults: number;
}

export function summariseTools(tools: readonly AnalysedBlock[]): ToolSummary {
  const sent = tools.filter(({ state }) => state !== 'deferred');
  const costs = sent.map(predictedCost);
  const cost = costs.reduce<number | undefined>(
    (sum, each) => (sum === undefined || each === undefined ? undefined : sum + each),
    0,
  );
  const [first] = sent;
  const sumOf = (pick: (count: TokenCount) => number) => sent.reduce((sum, { count }) => sum + pick(count), 0);
  return {
    count: {
      tokens: sumOf(({ tokens }) => tokens),
      low: sumOf(({ low }) => low),
      high: sumOf(({ high }) => high),
      method: leastSure(sent.map(({ count }) => count.method)),
    },
    end: sent.at(-1)?.end,
    cost: first && cost,
    state: sent.every(({ state }) => state === first?.state) ? first?.state : undefined,
    deferred: tools.length - sent.length,
    marks: tools.filter(({ breakpoint }) => breakpoint).length,
    faults: tools.filter(({ faults }) => faults.length > 0).length,
  };
}

/** What of a block's tokens is not of its text, where that is most of them; else `undefined`. */
export function hiddenWords({ level, count, hiddenTokens }: AnalysedBlock): string | undefined {
  if (hiddenTokens * 2 <= count.tokens) return undefined;
  const what =
    level === 'messages' ? 'what the provider puts around messages' : 'the prompt that the provider adds for tools';
  return `${formatCount(hiddenTokens)} of these tokens are not of this text: ${what}.`;
}

/** Why a block's mark does nothing, or nothing yet; `undefined` when it has none, or when it does. */
export function idleMark({ marks, chain }: Analysis, { id, end }: AnalysedBlock): string | undefined {
  const mark = marks.find(({ blockId }) => blockId === id);
  if (!mark?.idle) return undefined;
  if (mark.idle === 'backend') return 'No effect: this backend takes no marks.';
  const [there, needed] = [end ?? 0, chain.minimumPrefixTokens].map((tokens) => formatCount(tokens));
  return `No effect yet: ${there} tokens up to here, and this model caches from ${needed} on.`;
}
