import { defaultFamily } from '@/lib/backends/backend-kind.ts';
import { DEFAULT_RULES } from '@/lib/cache/cache-rules.ts';
import { applyOutcome, type CacheState, EMPTY_CACHE } from '@/lib/cache/cache-state.ts';
import { messagesPolicy } from '@/lib/cache/messages-cache.ts';
import type { CachePolicy, PolicyCache } from '@/lib/cache/policy.ts';
import { policyFor } from '@/lib/cache/policy-for.ts';
import type { Document } from '@/lib/document/document.ts';
import { backendRules } from './emulated.ts';
import { type Run, replyContent } from './run.ts';
import type { WorkbenchState } from './workbench-store.ts';

/** How the chosen backend caches the chosen model's prompts. */
export function sessionPolicy(
  state: Pick<WorkbenchState, 'backends' | 'emulator'>,
  { backend, model }: Pick<Document, 'backend' | 'model'>,
): CachePolicy {
  const rules = backendRules(state, backend);
  if (rules !== DEFAULT_RULES) return messagesPolicy(rules);
  const chosen = state.backends.find(({ id }) => id === backend);
  return policyFor(chosen?.kind, model, chosen && { ...chosen, family: chosen.family ?? defaultFamily(chosen.kind) });
}

/**
 * What the session's requests to one backend have left in its cache; a request that was never answered has left nothing, nor has one
 * from before `displacedAt` where only the last prompt is held.
 */
export function sessionCache(
  policy: CachePolicy,
  runs: readonly Run[],
  backend: string,
  displacedAt?: number,
): PolicyCache {
  const isHeld = ({ sentAt }: Run) => !policy.holdsLast || displacedAt === undefined || sentAt > displacedAt;
  return answered(runs, backend)
    .filter(isHeld)
    .reduce((cache, run) => {
      const { request, prediction: outcome, sentAt, text } = run;
      return cache.after({ request, outcome, sentAt, respondedAt: readableAt(run), reply: replyContent(run) ?? text });
    }, policy.empty);
}

/** The entries that a session's requests to one backend have left in a cache of breakpoints, with the TTL each was written with. */
export function sessionEntries(runs: readonly Run[], backend: string): CacheState {
  return answered(runs, backend).reduce<CacheState>(
    (cache, run) => applyOutcome(cache, run.prediction, run.sentAt, readableAt(run)),
    EMPTY_CACHE,
  );
}

const answered = (runs: readonly Run[], backend: string): readonly Run[] =>
  runs.filter((run) => run.backend === backend && run.respondedAt !== undefined);

/** When what a run wrote can be read; `undefined` after a refusal: it has read, and left nothing (CACHE-13). */
const readableAt = ({ stopReason, respondedAt }: Run): number | undefined =>
  stopReason === 'refusal' ? undefined : respondedAt;
