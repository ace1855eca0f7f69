import { type CacheRules, TTL_MILLISECONDS } from '@/lib/cache/cache-rules.ts';
import { evaluateMessages } from '@/lib/cache/messages-policy.ts';
import { cacheControl, type FlatBlock } from '@/lib/request/flatten-request.ts';
import { type Cause, LEVEL_CAUSES, type UnknownReason } from './cause.ts';
import { type Divergence, firstDivergence, levelDivergences } from './divergence.ts';
import { type RequestTrace, type TracedEntry, tracedEntries } from './request-trace.ts';

/** Everything that two requests prove, what stands first in the prefix first. */
export interface FoundCauses {
  readonly causes: readonly Cause[];
  /** Why nothing could be named. */
  readonly reason?: UnknownReason;
  /** The first difference of content in front of what could have been read. */
  readonly divergence?: Divergence | undefined;
  /** The block from which on nothing could be read, where it is not the content that differs. */
  readonly index?: number | undefined;
}

/**
 * Why the current request could not read what the previous one left (DIAG-1). A cause is named only when the two
 * requests, their times and their marks prove it; `likely_server_side` only when all of that is known, and the same.
 */
export function findCauses(previous: RequestTrace, current: RequestTrace, rules: CacheRules): FoundCauses {
  const entries = tracedEntries(previous);
  const lastEntry = entries.at(-1)?.index ?? previous.blocks.length - 1;
  const divergence = firstDivergence(previous.blocks, current.blocks);
  const changes: Cause[] = [
    ...(isOtherModel(previous, current, rules) ? (['model_changed'] as const) : []),
    ...levelDivergences(previous.blocks, current.blocks)
      .filter(({ index }) => index <= lastEntry)
      .map(({ level }) => LEVEL_CAUSES[level]),
  ];
  const expired = expiry(entries, previous, current, rules);
  const causes = [...changes, ...expired.causes];
  if (causes.length === 0) return withoutChange(previous, current, entries, rules);
  if (changes.length === 0) return { causes, index: expired.index };
  return { causes, divergence: divergence && divergence.index <= lastEntry ? divergence : undefined };
}

/** The provider's diagnosis counts another speed as another model (caching rules §8). */
function isOtherModel({ request: before }: RequestTrace, { request: after }: RequestTrace, rules: CacheRules): boolean {
  const speedOf = ({ speed }: RequestTrace['request']) => (speed === 'fast' ? 'fast' : 'standard');
  return before.model !== after.model || (rules.speedInKey && speedOf(before) !== speedOf(after));
}

/** What had run out when the current request started, of that which it would have read. Unknown times prove nothing. */
function expiry(
  entries: readonly TracedEntry[],
  previous: RequestTrace,
  current: RequestTrace,
  rules: CacheRules,
): { readonly causes: readonly Cause[]; readonly index?: number } {
  const { sentAt: now } = current;
  if (now === undefined || previous.sentAt === undefined) return { causes: [] };
  const isExpired = ({ entry }: TracedEntry) => now >= entry.startedAt + TTL_MILLISECONDS[entry.ttl];
  if (!entries.some(isExpired)) return { causes: [] };
  const whole = hitIndex(current, entries, rules);
  const left = hitIndex(
    current,
    entries.filter((entry) => !isExpired(entry)),
    rules,
  );
  const lost = entries.filter((entry) => isExpired(entry) && entry.index > left && entry.index <= whole);
  const causes = [...new Set(lost.map(({ entry }) => `ttl_expired_${entry.ttl}` as const))];
  return { causes, index: left + 1 };
}

/** The index of the block through which the current request would read these entries, were they all fresh; -1: none. */
function hitIndex({ chain }: RequestTrace, entries: readonly TracedEntry[], rules: CacheRules): number {
  const fresh = new Map(entries.map(({ entry }) => [entry.key, { ...entry, startedAt: 0, readableAt: 0 }]));
  const { hit } = evaluateMessages(chain, (key) => fresh.get(key), 0, rules);
  return hit ? chain.positions.indexOf(hit) : -1;
}

/** No content differs and nothing has run out: parameters, marks, the lookback; then what cannot be seen in a request. */
function withoutChange(
  previous: RequestTrace,
  current: RequestTrace,
  entries: readonly TracedEntry[],
  rules: CacheRules,
): FoundCauses {
  const unknown = (reason: UnknownReason, index?: number): FoundCauses => ({ causes: ['unknown'], reason, index });
  const last = entries.at(-1)?.index ?? -1;
  // Servers without marks have left no entries that are known, and may have held all of it.
  const held = entries.length > 0 ? last : previous.blocks.length - 1;
  const parted = previous.chain.positions.findIndex(({ key }, at) => current.chain.positions[at]?.key !== key);
  if (parted !== -1 && parted <= held) return unknown('parameters_changed', parted);
  if (isKnownToDiffer(previous.workspace, current.workspace)) return unknown('other_workspace');

  const reached = hitIndex(current, entries, rules);
  const isMarkedBehind = current.chain.positions.some(
    ({ breakpoint, end }, at) => breakpoint && at >= last && end >= current.chain.minimumPrefixTokens,
  );
  if (reached < last && isMarkedBehind) return unknown('lookback_exceeded', reached + 1);
  if (reached < last) return { causes: ['cache_control_changed'], index: last };
  const changedMark = changedMarkIndex(previous, current, last);
  if (changedMark !== -1) return { causes: ['cache_control_changed'], index: changedMark };

  const { sentAt: now } = current;
  if (now !== undefined && previous.respondedAt !== undefined && previous.respondedAt > now)
    return unknown('not_readable_yet');
  const [before, after] = [previous, current].map(({ betas }) => betas && [...new Set(betas)].sort().join());
  if (isKnownToDiffer(before, after)) return unknown('betas_changed');
  // How long a server keeps what it writes no entry for is not known, so nothing proves that it should still have it.
  if (entries.length === 0) return unknown('evidence_missing');
  const known = [previous.sentAt, now, previous.workspace, current.workspace, before, after];
  return known.includes(undefined) ? unknown('evidence_missing') : { causes: ['likely_server_side'] };
}

const isKnownToDiffer = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined && after !== undefined && before !== after;

/** The first block that both requests mark, but with another TTL or scope; -1: none. A mark that only moves on is no change. */
function changedMarkIndex(previous: RequestTrace, current: RequestTrace, last: number): number {
  return previous.blocks.slice(0, last + 1).findIndex((block, at) => {
    const [before, after] = [markOf(block), markOf(current.blocks[at])];
    return before && after && describeMark(before) !== describeMark(after);
  });
}

/** The mark that acts at a block's end: its own, or one that stands elsewhere, at top level or on a part of it. */
export const markOf = (block: FlatBlock | undefined): object | undefined =>
  block && (cacheControl(block.value) ?? (block.breakpoint && { ttl: block.breakpoint }));

/** A mark in words: `5m`, `1h, scope global`, `no mark`. */
export function describeMark(control: object | undefined): string {
  if (!control) return 'no mark';
  const { ttl, scope } = control as { ttl?: unknown; scope?: unknown };
  return `${ttl === '1h' ? '1h' : '5m'}${typeof scope === 'string' ? `, scope ${scope}` : ''}`;
}
