import type { PrefixChain } from '@/lib/cache/prefix-chain.ts';
import { isFields } from '@/lib/json-value.ts';
import type { Diagnostics, MessageCreateParamsBase } from '@/lib/request/wire.ts';
import { failed, type Result, success } from '@/lib/result.ts';
import { type ApiFault, invalidRequest } from './api-fault.ts';
import { diagnose, type Fingerprint, fingerprint } from './diagnosis.ts';
import type { EmulatorDeps } from './emulator-deps.ts';

/** The `diagnostics` of a request: absent, or the message it is to be compared with (`null`: the first of its kind). */
export function readDiagnostics(request: object): Result<{ readonly previous: string | null } | undefined, ApiFault> {
  const asked = 'diagnostics' in request ? request.diagnostics : undefined;
  if (asked === undefined || asked === null) return success(undefined);
  if (!isFields(asked)) return failed(invalidRequest('diagnostics: Input should be a valid dictionary'));
  const previous = asked['previous_message_id'] ?? null;
  if (previous === null || typeof previous === 'string') return success({ previous });
  return failed(invalidRequest('diagnostics.previous_message_id: Input should be a valid string'));
}

interface Asked {
  readonly request: MessageCreateParamsBase;
  readonly betas: readonly string[];
  readonly chain: PrefixChain;
  readonly workspace: string;
  readonly messageId: string;
  readonly previous: string | null;
}

/** Compares a request with an earlier one and keeps its own fingerprint for the next, which only requests that ask for it do. */
export async function diagnostics(asked: Asked, { store, digest }: EmulatorDeps): Promise<Diagnostics | null> {
  const { request, betas, chain, workspace, messageId, previous } = asked;
  const now = fingerprint(request, betas, digest);
  const held = previous === null ? undefined : await store.noted(workspace, previous);
  await store.note(workspace, messageId, JSON.stringify(now));
  if (previous === null) return null;
  if (held === undefined) return { cache_miss_reason: { type: 'previous_message_not_found' } };
  return diagnose(JSON.parse(held) as Fingerprint, now, chain);
}
