import type Anthropic from '@anthropic-ai/sdk';
import type { Message } from '@anthropic-ai/sdk/resources/messages';
import { findModel } from '@/lib/pricing/model-card.ts';
import { priceUsage } from '@/lib/pricing/price.ts';
import type { GoldenExample, GoldenStep } from './golden-request.ts';

const NOON = Date.parse('2026-11-21T12:00:00Z');

/** What was answered and what should have been, in the same form. */
export interface PlayedStep {
  readonly found: object;
  readonly expected: object;
}

/** Sends a worked example through the official SDK under the emulator's clock. */
export async function playGolden(client: Anthropic, { steps, totalCost }: GoldenExample): Promise<PlayedStep[]> {
  const played: PlayedStep[] = [];
  let previous: string | null = null;
  let total = 0;
  for (const step of steps) {
    const { at, request, answersAfter = 0, diagnosis } = step;
    const headers = { 'x-emulator-now': String(NOON + Math.round(at * 1000)), 'x-emulator-latency': `${answersAfter}` };
    const asked = diagnosis ? { ...request, diagnostics: { previous_message_id: previous } } : request;
    const message: Message = await client.messages.create(asked, { headers });
    previous = message.id;
    total += costOf(message, 0);
    played.push({ found: figuresOf(message, step), expected: expectedOf(step) });
  }
  if (totalCost !== undefined) played.push({ found: { total }, expected: { total: totalCost } });
  return played;
}

function figuresOf(message: Message, { cost, diagnosis, request }: GoldenStep): object {
  const { usage, stop_reason: stopReason, content } = message;
  const reason = message.diagnostics?.cache_miss_reason;
  return {
    input: usage.input_tokens,
    creation: usage.cache_creation_input_tokens,
    read: usage.cache_read_input_tokens,
    short: usage.cache_creation?.ephemeral_5m_input_tokens,
    long: usage.cache_creation?.ephemeral_1h_input_tokens,
    ...(request.max_tokens <= 1 && { output: usage.output_tokens, stopReason, isSilent: content.length === 0 }),
    ...(cost && { cost: costOf(message, cost.output ?? 0) }),
    ...(diagnosis && {
      diagnosis: reason && {
        type: reason.type,
        missed: 'cache_missed_input_tokens' in reason ? reason.cache_missed_input_tokens : undefined,
      },
    }),
  };
}

function expectedOf({ input, creation, read, long = 0, request, cost, diagnosis }: GoldenStep): object {
  const silent = { output: request.max_tokens, stopReason: 'max_tokens', isSilent: request.max_tokens === 0 };
  return {
    input,
    creation,
    read,
    short: creation - long,
    long,
    ...(request.max_tokens <= 1 && silent),
    ...(cost && { cost: cost.nanodollars }),
    ...(diagnosis && { diagnosis: diagnosis.expected }),
  };
}

function costOf({ usage, model }: Message, outputTokens: number): number {
  const priced = priceUsage(
    {
      inputTokens: usage.input_tokens,
      cacheReadTokens: usage.cache_read_input_tokens ?? 0,
      cacheCreation5mTokens: usage.cache_creation?.ephemeral_5m_input_tokens ?? 0,
      cacheCreation1hTokens: usage.cache_creation?.ephemeral_1h_input_tokens ?? 0,
      cacheCreationOtherTokens: 0,
      outputTokens,
    },
    findModel(model) ?? {},
    { on: '2026-11-20' },
  );
  return priced.total;
}
