import type { BackendKind } from '@/lib/backends/backend-kind.ts';
import { fieldsOf } from '@/lib/json-value.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import { messagesCreation, unsplitCreation } from './creation.ts';
import { type RawUsage, reportedCount } from './raw-usage.ts';

/** Whether a server's input figure leaves cached tokens out, as the Messages API does, or holds them, as OpenAI's do. */
export const ARITHMETICS = ['exclusive', 'inclusive'] as const;

export type Arithmetic = (typeof ARITHMETICS)[number];

/**
 * Usage in the normal form. The names of the fields do not tell the arithmetic (BACK-33): the kind does, or `probed`, what a
 * probe of this very server found. What was not said stays undefined, and the whole is kept under `raw`.
 */
export function readUsage(raw: RawUsage, kind: BackendKind, probed?: Arithmetic): Usage {
  const webSearches = reportedCount(fieldsOf(raw['server_tool_use'])['web_search_requests']);
  const figures: Figures = { ...figuresOf(raw, kind, probed), webSearches };
  const known = Object.entries(figures).filter(([, value]) => value !== undefined);
  return { ...(Object.fromEntries(known) as Usage), raw };
}

/** Figures before those that are undefined are left out. */
type Figures = { readonly [Name in keyof Usage]: Usage[Name] | undefined };

function figuresOf(raw: RawUsage, kind: BackendKind, probed: Arithmetic | undefined): Figures {
  if (kind === 'gemini-compatible' && 'promptTokenCount' in raw) return geminiFigures(raw);
  if (kind === 'bedrock-compatible' && 'inputTokens' in raw) return converseFigures(raw);
  if (kind === 'deepseek' && 'prompt_cache_hit_tokens' in raw) return deepSeekFigures(raw);
  if ('prompt_tokens' in raw || 'input_tokens_details' in raw) return openAIFigures(raw, kind, probed);
  return messagesFigures(raw, kind, probed);
}

/** OpenAI's chat completions and responses, and those who took their shape. */
function openAIFigures(raw: RawUsage, kind: BackendKind, probed: Arithmetic | undefined): Figures {
  const prompt = reportedCount(raw['prompt_tokens']) ?? reportedCount(raw['input_tokens']);
  const details = fieldsOf(raw['prompt_tokens_details'] ?? raw['input_tokens_details']);
  // Ollama always sends 0 here, whatever its cache did.
  const read = kind === 'ollama' ? undefined : reportedCount(details['cached_tokens']);
  const written = reportedCount(details['cache_write_tokens']) ?? reportedCount(details['created_cache_tokens']);
  const outputTokens = reportedCount(raw['completion_tokens']) ?? reportedCount(raw['output_tokens']);
  if (probed === 'exclusive') return exclusive(prompt, read, unsplitCreation(written), outputTokens);
  return inclusive(prompt, read, written, outputTokens);
}

function messagesFigures(raw: RawUsage, kind: BackendKind, probed: Arithmetic | undefined): Figures {
  const input = reportedCount(raw['input_tokens']);
  const read = reportedCount(raw['cache_read_input_tokens']);
  const outputTokens = reportedCount(raw['output_tokens']);
  const creation = messagesCreation(raw);
  if (kind === 'anthropic' || kind === 'emulator') {
    return { inputTokens: input, cacheReadTokens: read, ...creation, outputTokens };
  }
  if (kind === 'ollama') return { ...creation, outputTokens, totalInputTokens: input };
  const written = createdTokens(creation);
  // Without a figure for either, the input is the whole prompt on every one of these servers, whatever was read of it.
  if (read === undefined && written === 0) return { ...creation, outputTokens, totalInputTokens: input };
  if (probed === 'inclusive') {
    return inclusive(input, read, reportedCount(raw['cache_creation_input_tokens']), outputTokens);
  }
  if (probed === 'exclusive' || !UNDECIDED.has(kind)) return exclusive(input, read, creation, outputTokens);
  // More was read or written than came in, so the input cannot hold it.
  if (input !== undefined && (read ?? 0) + written > input) return exclusive(input, read, creation, outputTokens);
  if (read !== 0 || written > 0) return { cacheReadTokens: read, ...creation, outputTokens };
  // Nothing was read or written: both arithmetics agree. Of these, only SGLang is known to mean its 0.
  if (kind !== 'sglang') return { ...creation, outputTokens, totalInputTokens: input };
  return exclusive(input, read, creation, outputTokens);
}

/** Kinds whose builds differ, or whose Messages figures nobody has described. */
const UNDECIDED: ReadonlySet<BackendKind> = new Set(['sglang', 'lmstudio', 'other']);

function exclusive(
  input: number | undefined,
  read: number | undefined,
  creation: ReturnType<typeof messagesCreation>,
  outputTokens: number | undefined,
): Figures {
  const total = input === undefined || read === undefined ? undefined : input + read + createdTokens(creation);
  return { inputTokens: input, cacheReadTokens: read, ...creation, outputTokens, totalInputTokens: total };
}

const createdTokens = (creation: ReturnType<typeof messagesCreation>): number =>
  Object.values(creation).reduce((sum, tokens) => sum + tokens, 0);

function inclusive(
  prompt: number | undefined,
  read: number | undefined,
  written: number | undefined,
  outputTokens: number | undefined,
): Figures {
  const rest = prompt === undefined || read === undefined ? undefined : prompt - read - (written ?? 0);
  // Parts that are more than the whole: the server means something else by them.
  const inputTokens = rest !== undefined && rest >= 0 ? rest : undefined;
  return {
    inputTokens,
    cacheReadTokens: read,
    ...unsplitCreation(written),
    outputTokens,
    totalInputTokens: prompt,
  };
}

/** Absent cached content is none, and thoughts are output (Google's reference, November 2026). */
function geminiFigures(raw: RawUsage): Figures {
  const said = reportedCount(raw['candidatesTokenCount']);
  const output = said === undefined ? undefined : said + (reportedCount(raw['thoughtsTokenCount']) ?? 0);
  return inclusive(
    reportedCount(raw['promptTokenCount']),
    reportedCount(raw['cachedContentTokenCount']) ?? 0,
    undefined,
    output,
  );
}

/** Bedrock's Converse: the details split what was written by TTL. */
function converseFigures(raw: RawUsage): Figures {
  const details = Array.isArray(raw['cacheDetails']) ? raw['cacheDetails'].map(fieldsOf) : [];
  const of = (ttl: string) =>
    details.reduce((sum, part) => sum + (part['ttl'] === ttl ? (reportedCount(part['inputTokens']) ?? 0) : 0), 0);
  const split = { ephemeral_5m_input_tokens: of('5m'), ephemeral_1h_input_tokens: of('1h') };
  const creation = messagesCreation({
    cache_creation_input_tokens: raw['cacheWriteInputTokens'],
    ...(details.length > 0 && { cache_creation: split }),
  });
  const input = reportedCount(raw['inputTokens']);
  const read = reportedCount(raw['cacheReadInputTokens']);
  return exclusive(input, read, creation, reportedCount(raw['outputTokens']));
}

/** Hit and miss are the whole prompt. */
function deepSeekFigures(raw: RawUsage): Figures {
  const hit = reportedCount(raw['prompt_cache_hit_tokens']);
  const prompt = reportedCount(raw['prompt_tokens']);
  const miss = reportedCount(raw['prompt_cache_miss_tokens']);
  const total = prompt ?? (hit === undefined || miss === undefined ? undefined : hit + miss);
  return inclusive(total, hit, undefined, reportedCount(raw['completion_tokens']));
}
