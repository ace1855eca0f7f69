import type { BackendKind } from '@/lib/backends/backend-kind.ts';

/** Counters of a server, in tokens since it started: prompts, and what of them was read from its cache. */
export interface PromptCounters {
  readonly prompt: number;
  readonly read: number;
}

interface Names {
  /** Counts all tokens of prompts, or those computed only. */
  readonly prompt: readonly string[];
  readonly read: readonly string[];
  readonly isComputed: boolean;
}

/** The counters' names by kind (BACK-47; the servers' source, November 2026); of several names, that of the newest builds first. */
const NAMES: Partial<Readonly<Record<BackendKind, Names>>> = {
  vllm: {
    prompt: ['vllm:prefix_cache_queries_total', 'vllm:prefix_cache_queries', 'vllm:gpu_prefix_cache_queries_total'],
    read: ['vllm:prefix_cache_hits_total', 'vllm:prefix_cache_hits', 'vllm:gpu_prefix_cache_hits_total'],
    isComputed: false,
  },
  llamacpp: {
    prompt: ['llamacpp:prompt_tokens_total'],
    read: ['llamacpp:prompt_tokens_cached_total'],
    isComputed: true,
  },
};

export const hasCounters = (kind: BackendKind): boolean => NAMES[kind] !== undefined;

/** The counters in a text of Prometheus metrics, over all labels; `undefined` when one of them is not there. */
export function readMetrics(text: string, kind: BackendKind): PromptCounters | undefined {
  const names = NAMES[kind];
  if (!names) return undefined;
  const sums = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [, name = '', value] = /^([a-zA-Z_:][\w:]*)(?:\{.*\})? +([0-9.eE+]+)(?: \d+)?\s*$/.exec(line) ?? [];
    if (value !== undefined) sums.set(name, (sums.get(name) ?? 0) + Number(value));
  }
  const first = (wanted: readonly string[]) => wanted.map((name) => sums.get(name)).find((sum) => sum !== undefined);
  const [prompt, read] = [first(names.prompt), first(names.read)];
  if (prompt === undefined || read === undefined) return undefined;
  return { prompt: names.isComputed ? prompt + read : prompt, read };
}
