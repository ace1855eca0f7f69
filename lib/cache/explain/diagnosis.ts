import type { CacheRules } from '@/lib/cache/cache-rules.ts';
import type { PrefixLevel } from '@/lib/request/flatten-request.ts';
import type { Cause, UnknownReason } from './cause.ts';
import { type ChangeCounts, changeCounts } from './change-counts.ts';
import { type BlockChange, comparedText } from './divergence.ts';
import { describeMark, type FoundCauses, findCauses, markOf } from './find-causes.ts';
import { type Judgement, judge } from './judge.ts';
import { missedTokens } from './missed-tokens.ts';
import type { RequestTrace } from './request-trace.ts';
import { type Snippet, snippets } from './snippet.ts';

/** Where the prefix parted: the block by its index and its path in each request, and the first character and token that differ. */
export interface DifferencePlace {
  readonly index: number;
  readonly level: PrefixLevel;
  readonly previousPath: string | undefined;
  readonly currentPath: string | undefined;
  /** `same` and `marked`: the content is the same. */
  readonly change: BlockChange | 'same' | 'marked';
  readonly character: number;
  /** Tokens from the start of the current prompt to that character. */
  readonly token: number;
  readonly was: Snippet;
  readonly now: Snippet;
}

/** Why two requests share no longer prefix. `cause` is the first of `causes`. */
export interface Explanation extends Judgement {
  readonly cause: Cause;
  readonly causes: readonly Cause[];
  readonly reason: UnknownReason | undefined;
  readonly place: DifferencePlace | undefined;
  /** How much changed, where the system prompt or the tools are among the causes. */
  readonly counts: ChangeCounts | undefined;
}

/** A break of the cache: `missed` tokens could have been read and were not; `possible` is what the previous request left. */
export interface Diagnosis extends Explanation {
  readonly possible: number;
  readonly missed: number;
}

/** The diagnosis of a request whose reads fell short of what the one before it left; `undefined`: they did not. Counts in tokens. */
export function diagnose(
  previous: RequestTrace,
  current: RequestTrace,
  rules: CacheRules,
  count: (text: string) => number,
): Diagnosis | undefined {
  const missed = previous.usage && current.usage && missedTokens(previous.usage, current.usage);
  return missed && { ...explain(previous, current, rules, count), ...missed };
}

/** What keeps the current request from reading all that the previous one left. */
export function explain(
  previous: RequestTrace,
  current: RequestTrace,
  rules: CacheRules,
  count: (text: string) => number,
): Explanation {
  const found = findCauses(previous, current, rules);
  const [cause = 'unknown'] = found.causes;
  return {
    cause,
    causes: found.causes,
    reason: found.reason,
    place: cause === 'model_changed' ? undefined : placeOf(found, previous, current, count),
    counts: found.causes.some((each) => COUNTED.has(each)) ? changeCounts(previous, current) : undefined,
    ...judge(found, previous, current),
  };
}

const COUNTED: ReadonlySet<Cause> = new Set(['system_prompt_changed', 'tools_changed']);

function placeOf(
  { divergence, index = divergence?.index, causes }: FoundCauses,
  previous: RequestTrace,
  current: RequestTrace,
  count: (text: string) => number,
): DifferencePlace | undefined {
  if (index === undefined) return undefined;
  const [before, after] = [previous.blocks[index], current.blocks[index]];
  const level = divergence?.level ?? after?.level ?? before?.level;
  if (!level) return undefined;
  const [was, now] = [comparedText(before), comparedText(after)];
  const character = divergence?.character ?? 0;
  const marks = [before, after].map((block) => describeMark(markOf(block)));
  const plain = (changed: string): Snippet => ({ before: '', changed, after: '' });
  const isMarked = causes[0] === 'cache_control_changed';
  const inFront = current.chain.positions[index - 1]?.end ?? 0;
  const texts = divergence
    ? snippets(was, now)
    : isMarked
      ? { was: plain(marks[0] ?? ''), now: plain(marks[1] ?? '') }
      : snippets(now, now);
  return {
    index,
    level,
    previousPath: before?.path,
    currentPath: after?.path,
    change: divergence?.change ?? (isMarked ? 'marked' : 'same'),
    character,
    token: inFront + (character === 0 ? 0 : count(now.slice(0, character))),
    ...texts,
  };
}
