import type { ModelFacts, ModelTable } from './model-table.ts';
import type { DatedRates, RateFactors, TokenRates } from './rate-card.ts';

/** In the order of the price page: dollars per million tokens × 1,000 are nanodollars per token. */
const rates = (input: number, cacheRead: number, output: number, cacheCreationOther?: number): TokenRates => ({
  input,
  cacheRead,
  ...(cacheCreationOther === undefined ? {} : { cacheCreationOther }),
  output,
});

const LONG_CONTEXT = 272_000;

/** Above 272,000 prompt tokens the whole request costs twice for input and cache, and 1.5 times for output. */
const tiered = (base: TokenRates, from?: string): DatedRates => ({
  ...(from === undefined ? {} : { from }),
  rates: base,
  tiers: [
    {
      abovePromptTokens: LONG_CONTEXT,
      rates: {
        input: base.input * 2,
        ...(base.cacheRead === undefined ? {} : { cacheRead: base.cacheRead * 2 }),
        ...(base.cacheCreationOther === undefined ? {} : { cacheCreationOther: base.cacheCreationOther * 2 }),
        output: (base.output * 3) / 2,
      },
    },
  ],
});

const BATCH: RateFactors = { batch: [1, 2] };
const BATCH_FAST: RateFactors = { batch: [1, 2], fast: [2, 1] };

const SHARED = {
  tokenizer: 'o200k',
  minimumPrefixTokens: 1_024,
  maxOutput: 128_000,
  structuredOutputs: true,
  midConversationSystem: true,
  keepsOldThinking: true,
} as const;

/** From GPT-5.6 on creation is billed, at 1.25 times input for the 30-minute lifetime, and explicit breakpoints exist. */
const BILLED_CREATION = {
  ...SHARED,
  minimumPrefixAssumed: true,
  contextWindow: 1_050_000,
  factors: BATCH_FAST,
} as const;

const GPT_6 = { ...BILLED_CREATION, tokenizerAssumed: true } as const;

const FREE_CREATION = { ...SHARED, creationWithinInput: true, factors: BATCH } as const;

/** GPT-6.2's price above 272,000 prompt tokens was not found in writing. */
const longContextUnknown = (base: TokenRates): DatedRates => ({
  rates: base,
  tiers: [{ abovePromptTokens: LONG_CONTEXT }],
});

const GPT_5_4_SMALL = { ...FREE_CREATION, contextWindow: 400_000, thirdParty: ['rates', 'contextWindow'] } as const;

const models: readonly ModelFacts[] = [
  {
    ...GPT_6,
    id: 'gpt-6.2-astra',
    name: 'GPT-6.2 Astra',
    // Creation follows the documented 1.25 times input of GPT-5.6 and later; the rest is stated for this model.
    rates: [longContextUnknown(rates(8_000, 400, 40_000, 10_000))],
    thirdParty: ['rates', 'factors', 'contextWindow'],
  },
  {
    ...GPT_6,
    id: 'gpt-6.2-sol',
    name: 'GPT-6.2 Sol',
    rates: [longContextUnknown(rates(2_000, 100, 10_000, 2_500))],
    thirdParty: ['factors'],
  },
  {
    ...GPT_6,
    id: 'gpt-6.1-terra',
    name: 'GPT-6.1 Terra',
    rates: [tiered(rates(1_000, 50, 5_000, 1_250))],
    thirdParty: ['rates', 'factors', 'contextWindow'],
  },
  {
    ...GPT_6,
    id: 'gpt-6.1-sol',
    name: 'GPT-6.1 Sol',
    rates: [tiered(rates(2_000, 100, 10_000, 2_500))],
    thirdParty: ['rates', 'factors', 'contextWindow'],
  },
  {
    ...GPT_6,
    id: 'gpt-6-astra',
    name: 'GPT-6 Astra',
    rates: [tiered(rates(10_000, 1_000, 50_000, 12_500))],
    thirdParty: ['rates', 'factors'],
  },
  {
    ...GPT_6,
    id: 'gpt-6-sol',
    name: 'GPT-6 Sol',
    rates: [tiered(rates(2_000, 200, 10_000, 2_500))],
    thirdParty: ['rates', 'factors', 'contextWindow'],
  },
  {
    ...GPT_6,
    id: 'gpt-6-luna',
    name: 'GPT-6 Luna',
    rates: [tiered(rates(100, 10, 500, 125))],
  },
  {
    ...BILLED_CREATION,
    id: 'gpt-5.6-sol',
    name: 'GPT-5.6 Sol',
    aliases: ['gpt-5.6'],
    // The later price is a promotion, promised through 2026-11-21 at least; no end is announced.
    rates: [tiered(rates(5_000, 500, 30_000, 6_250)), tiered(rates(4_000, 400, 20_000, 5_000), '2026-08-21')],
    thirdParty: ['rates', 'factors'],
  },
  {
    ...BILLED_CREATION,
    id: 'gpt-5.6-terra',
    name: 'GPT-5.6 Terra',
    rates: [tiered(rates(2_500, 250, 15_000, 3_125)), tiered(rates(2_000, 200, 12_000, 2_500), '2026-07-30')],
    thirdParty: ['rates', 'factors'],
  },
  {
    ...BILLED_CREATION,
    id: 'gpt-5.6-luna',
    name: 'GPT-5.6 Luna',
    rates: [tiered(rates(1_000, 100, 6_000, 1_250)), tiered(rates(200, 20, 1_200, 250), '2026-07-30')],
    thirdParty: ['rates', 'factors'],
  },
  {
    ...FREE_CREATION,
    id: 'gpt-5.5',
    name: 'GPT-5.5',
    rates: [tiered(rates(5_000, 500, 30_000))],
    thirdParty: ['rates'],
  },
  {
    ...FREE_CREATION,
    id: 'gpt-5.4',
    name: 'GPT-5.4',
    rates: [tiered(rates(2_500, 250, 15_000))],
    thirdParty: ['rates'],
  },
  { ...GPT_5_4_SMALL, id: 'gpt-5.4-mini', name: 'GPT-5.4 mini', rates: [{ rates: rates(750, 75, 4_500) }] },
  { ...GPT_5_4_SMALL, id: 'gpt-5.4-nano', name: 'GPT-5.4 nano', rates: [{ rates: rates(200, 20, 1_250) }] },
];

/** OpenAI's models of the GPT-5.4 family and later, at Standard prices. 12-hour creation (GPT-6.1 on) has its own price, not kept here. */
export const OPENAI_MODELS: ModelTable = {
  vendor: 'openai',
  source:
    'developers.openai.com: models overview, GPT-6.2 Sol and GPT-6 Luna pages, prompt caching guide; where a card says thirdParty, ' +
    '@earendil-works/pi-ai 1.5.2 (2026-11-10), docs.litellm.ai and vercel.com/ai-gateway model pages, all citing the pricing page',
  readOn: '2026-11-21',
  models,
};
