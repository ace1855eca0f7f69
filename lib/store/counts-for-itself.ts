import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import type { WorkbenchState } from './workbench-store.ts';

/**
 * Does this backend count tokens for itself? Only its reports teach, and only its predictions are corrected: the emulator counts
 * with our own uncorrected estimate, and predictions there would no longer match it.
 */
export function countsForItself({ backends }: Pick<WorkbenchState, 'backends'>, backend: string): boolean {
  const kind = backends.find(({ id }) => id === backend)?.kind;
  return kind !== undefined && kind !== 'emulator';
}

/** Kinds whose servers count a request that is not sent: by `count_tokens`, or where they are spoken to otherwise by `/tokenize`. */
const COUNTING: ReadonlySet<BackendKind> = new Set(['anthropic', 'litellm', 'vllm', 'llamacpp', 'sglang']);

export const countsOnRequest = (kind: BackendKind): boolean => COUNTING.has(kind);
