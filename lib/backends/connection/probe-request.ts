import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';

const WORDS =
  'river stone maple cloud amber field harbor lantern meadow north orchard paper quiet rain silver timber under valley winter yellow bridge candle dawn ember forest garden hollow island juniper kettle linen morning'.split(
    ' ',
  );

/** So many words that follow from `mark` alone: another mark is another text from its first word on. A word is about a token. */
export function probeWords(mark: string, count: number): string[] {
  let state = [...mark].reduce((hash, char) => (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) >>> 0, 2166136261);
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return WORDS[state >>> 27] ?? 'river';
  });
}

/** Long enough for the kind's cache to take it, and no longer: above 4,096 tokens where creation has a minimum, 1,024 at OpenAI. */
export function probeLength(kind: BackendKind): number {
  return LOCAL.has(kind) ? 1200 : kind === 'openai' || kind === 'deepseek' ? 1600 : 4800;
}

/** Servers that keep their own prefix cache: what they do with blocks and the header is asked; of the others it is known, and asking costs money. */
export const LOCAL: ReadonlySet<BackendKind> = new Set([
  'litellm',
  'vllm',
  'llamacpp',
  'ollama',
  'lmstudio',
  'sglang',
  'other',
]);

/** A request of these system blocks, the last one marked. */
export function probeRequest(model: string, blocks: readonly string[], maxTokens = 8): MessageCreateParamsBase {
  return {
    model,
    max_tokens: maxTokens,
    system: blocks.map((text, index) => ({
      type: 'text',
      text,
      ...(index === blocks.length - 1 && { cache_control: { type: 'ephemeral' } }),
    })),
    messages: [{ role: 'user', content: 'Count from one to nine.' }],
  };
}
