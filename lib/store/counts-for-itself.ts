import type { BackendDescription } from '@/lib/backends/backend.ts';
import { type BackendKind, defaultFamily } from '@/lib/backends/backend-kind.ts';
import { backendKind } from './chosen-backend.ts';
import type { WorkbenchState } from './workbench-store.ts';

/**
 * Does this backend count tokens for itself? Only its reports teach, and only its predictions are corrected: the emulator counts
 * with our own uncorrected estimate, and predictions there would no longer match it.
 */
export function countsForItself(state: Pick<WorkbenchState, 'backends'>, backend: string): boolean {
  const kind = backendKind(state, backend);
  return kind !== undefined && kind !== 'emulator';
}

/** Kinds that count what is not sent by `count_tokens`, where they are spoken to by Messages; and by `/tokenize`, however they are. */
const COUNT_TOKENS: ReadonlySet<BackendKind> = new Set(['anthropic', 'litellm', 'vllm', 'llamacpp', 'sglang']);
const TOKENIZE: ReadonlySet<BackendKind> = new Set(['vllm', 'llamacpp']);

/** Does this backend count a request that is not sent? */
export function countsOnRequest({ kind, family = defaultFamily(kind) }: BackendDescription): boolean {
  return TOKENIZE.has(kind) || (family === 'messages' && COUNT_TOKENS.has(kind));
}
