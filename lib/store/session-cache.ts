import type { CachePolicy, PolicyCache } from '@/lib/cache/policy.ts';
import { policyFor } from '@/lib/cache/policy-for.ts';
import type { Document } from '@/lib/document/document.ts';
import { findModel } from '@/lib/pricing/model-card.ts';
import type { Run } from './run.ts';
import type { WorkbenchState } from './workbench-store.ts';

/** How the chosen backend caches the chosen model's prompts. */
export function sessionPolicy(
  { backends }: Pick<WorkbenchState, 'backends'>,
  { backend, model }: Pick<Document, 'backend' | 'model'>,
): CachePolicy {
  return policyFor(backends.find(({ id }) => id === backend)?.kind, findModel(model));
}

/** What the session's requests to one backend have left in its cache; a request that was never answered has left nothing. */
export function sessionCache(policy: CachePolicy, runs: readonly Run[], backend: string): PolicyCache {
  return runs
    .filter((run) => run.backend === backend && run.respondedAt !== undefined)
    .reduce(
      (cache, { request, prediction: outcome, sentAt, respondedAt, text: reply }) =>
        cache.after({ request, outcome, sentAt, respondedAt, reply }),
      policy.empty,
    );
}
