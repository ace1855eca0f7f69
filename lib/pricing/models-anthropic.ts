import type { ModelFacts, ModelTable } from './model-table.ts';
import type { RateFactors, TokenRates } from './rate-card.ts';

/** In the order of the price page: dollars per million tokens × 1,000 are nanodollars per token. */
const rates = (
  input: number,
  cacheCreation5m: number,
  cacheCreation1h: number,
  cacheRead: number,
  output: number,
): TokenRates => ({ input, cacheCreation5m, cacheCreation1h, cacheRead, output });

const WEB_SEARCH = 10_000_000;

const BATCH: RateFactors = { batch: [1, 2] };
/** `inference_geo: "us"` exists from Claude 4.6 on. */
const BATCH_GEO: RateFactors = { ...BATCH, inferenceGeoUs: [11, 10] };
/** `speed: "fast"` doubles every class of token on the models that offer it. Never together with batch. */
const BATCH_GEO_FAST: RateFactors = { ...BATCH_GEO, fast: [2, 1] };

const CURRENT = {
  tokenizer: 'claude-new',
  minimumPrefixTokens: 512,
  contextWindow: 1_000_000,
  maxOutput: 128_000,
  structuredOutputs: true,
  midConversationSystem: true,
  keepsOldThinking: true,
  factors: BATCH_GEO,
  webSearch: WEB_SEARCH,
} as const;

const OLD = {
  tokenizer: 'claude-old',
  structuredOutputs: true,
  midConversationSystem: false,
  keepsOldThinking: true,
  factors: BATCH,
  webSearch: WEB_SEARCH,
} as const;

const RETIRED = { ...OLD, structuredOutputs: false, keepsOldThinking: false, retired: true } as const;

const FABLE_5_2: ModelFacts = {
  ...CURRENT,
  id: 'claude-fable-5-2',
  name: 'Fable 5.2',
  minimumPrefixAssumed: true,
  toolPromptTokens: { auto: 286, forced: 'rejected', assumed: true },
  rates: [{ rates: rates(8_000, 10_000, 16_000, 200, 40_000) }],
  thirdParty: ['rates', 'factors'],
  bindsThinking: 'always',
};

const FABLE_5_1: ModelFacts = {
  ...CURRENT,
  id: 'claude-fable-5-1',
  name: 'Fable 5.1',
  toolPromptTokens: { auto: 286, forced: 'rejected', assumed: true },
  rates: [{ rates: rates(10_000, 12_500, 20_000, 250, 50_000) }],
};

const FABLE_5: ModelFacts = {
  ...CURRENT,
  id: 'claude-fable-5',
  name: 'Fable 5',
  toolPromptTokens: { auto: 286, assumed: true },
  rates: [{ rates: rates(10_000, 12_500, 20_000, 1_000, 50_000) }],
};

/** Claude models with the caching rules and prices of the Claude API (not of Bedrock or Vertex, which set their own). */
export const ANTHROPIC_MODELS: ModelTable = {
  vendor: 'anthropic',
  source:
    'platform.claude.com: pricing, models overview, prompt caching and tool use pages (September to October 2026); ' +
    '@anthropic-ai/sdk 1.11.0; where a card says thirdParty, copies of the pricing page and pi-ai 1.5.2 (November 2026)',
  readOn: '2026-11-21',
  models: [
    { ...FABLE_5_2, factors: BATCH_GEO_FAST },
    { ...FABLE_5_2, id: 'claude-mythos-5-2', name: 'Mythos 5.2' },
    {
      ...CURRENT,
      id: 'claude-opus-5-5',
      name: 'Opus 5.5',
      toolPromptTokens: { auto: 286, forced: 'rejected' },
      rates: [{ rates: rates(4_000, 5_000, 8_000, 200, 20_000) }],
      factors: BATCH_GEO_FAST,
      thirdParty: ['factors'],
    },
    {
      ...CURRENT,
      id: 'claude-sonnet-5-5',
      name: 'Sonnet 5.5',
      toolPromptTokens: { auto: 286, forced: 'rejected', assumed: true },
      rates: [
        { rates: rates(2_000, 2_500, 4_000, 200, 10_000) },
        { from: '2026-10-07', rates: rates(2_000, 2_500, 4_000, 100, 10_000) },
      ],
      thirdParty: ['midConversationSystem'],
    },
    {
      ...CURRENT,
      id: 'claude-haiku-5-5',
      name: 'Haiku 5.5',
      toolPromptTokens: { auto: 286, forced: 406 },
      rates: [
        {
          rates: rates(100, 125, 200, 10, 500),
          tiers: [{ abovePromptTokens: 100_000, rates: rates(500, 625, 1_000, 50, 2_500) }],
        },
      ],
      thirdParty: ['midConversationSystem'],
    },
    { ...FABLE_5_1, bindsThinking: 'newer-accounts' },
    { ...FABLE_5_1, id: 'claude-mythos-5-1', name: 'Mythos 5.1' },
    FABLE_5,
    { ...FABLE_5, id: 'claude-mythos-5', name: 'Mythos 5' },
    {
      ...CURRENT,
      id: 'claude-opus-5',
      name: 'Opus 5',
      toolPromptTokens: { auto: 286, forced: 406 },
      rates: [{ rates: rates(5_000, 6_250, 10_000, 500, 25_000) }],
      factors: BATCH_GEO_FAST,
      thirdParty: ['factors'],
    },
    {
      ...CURRENT,
      id: 'claude-sonnet-5',
      name: 'Sonnet 5',
      minimumPrefixTokens: 1_024,
      toolPromptTokens: { auto: 354, forced: 474 },
      midConversationSystem: false,
      rates: [{ rates: rates(2_000, 2_500, 4_000, 200, 10_000) }],
    },
    {
      ...CURRENT,
      id: 'claude-opus-4-8',
      name: 'Opus 4.8',
      minimumPrefixTokens: 1_024,
      toolPromptTokens: { auto: 290, forced: 410 },
      rates: [{ rates: rates(5_000, 6_250, 10_000, 500, 25_000) }],
      factors: BATCH_GEO_FAST,
      thirdParty: ['factors'],
    },
    {
      ...CURRENT,
      id: 'claude-opus-4-7',
      name: 'Opus 4.7',
      minimumPrefixTokens: 2_048,
      toolPromptTokens: { auto: 675, forced: 804 },
      midConversationSystem: false,
      rates: [{ rates: rates(5_000, 6_250, 10_000, 500, 25_000) }],
    },
    {
      id: 'claude-mythos-preview',
      name: 'Mythos Preview',
      tokenizer: 'claude-new',
      minimumPrefixTokens: 2_048,
      structuredOutputs: true,
      midConversationSystem: false,
      keepsOldThinking: true,
      webSearch: WEB_SEARCH,
    },
    {
      ...OLD,
      id: 'claude-opus-4-6',
      name: 'Opus 4.6',
      minimumPrefixTokens: 4_096,
      contextWindow: 1_000_000,
      maxOutput: 128_000,
      toolPromptTokens: { auto: 497, forced: 589 },
      rates: [{ rates: rates(5_000, 6_250, 10_000, 500, 25_000) }],
      // It takes speed "fast" but runs, and bills, at standard speed.
      factors: { ...BATCH_GEO, fast: [1, 1] },
      thirdParty: ['factors'],
    },
    {
      ...OLD,
      id: 'claude-sonnet-4-6',
      name: 'Sonnet 4.6',
      minimumPrefixTokens: 1_024,
      contextWindow: 1_000_000,
      maxOutput: 128_000,
      toolPromptTokens: { auto: 497, forced: 589 },
      rates: [{ rates: rates(3_000, 3_750, 6_000, 300, 15_000) }],
      factors: BATCH_GEO,
    },
    {
      ...OLD,
      id: 'claude-opus-4-5',
      name: 'Opus 4.5',
      prefill: true,
      minimumPrefixTokens: 4_096,
      contextWindow: 200_000,
      maxOutput: 64_000,
      toolPromptTokens: { auto: 496, forced: 588 },
      rates: [{ rates: rates(5_000, 6_250, 10_000, 500, 25_000) }],
      thirdParty: ['contextWindow'],
    },
    {
      ...OLD,
      id: 'claude-sonnet-4-5',
      name: 'Sonnet 4.5',
      prefill: true,
      minimumPrefixTokens: 1_024,
      contextWindow: 200_000,
      maxOutput: 64_000,
      toolPromptTokens: { auto: 496, forced: 588 },
      keepsOldThinking: false,
      rates: [{ rates: rates(3_000, 3_750, 6_000, 300, 15_000) }],
      thirdParty: ['contextWindow'],
      deprecation: 'Deprecated: end of life on 2026-11-30.',
    },
    {
      ...OLD,
      id: 'claude-haiku-4-5',
      name: 'Haiku 4.5',
      prefill: true,
      minimumPrefixTokens: 4_096,
      contextWindow: 200_000,
      maxOutput: 64_000,
      toolPromptTokens: { auto: 496, forced: 588 },
      keepsOldThinking: false,
      rates: [{ rates: rates(1_000, 1_250, 2_000, 100, 5_000) }],
    },
    {
      ...RETIRED,
      id: 'claude-opus-4-1',
      name: 'Opus 4.1',
      prefill: true,
      minimumPrefixTokens: 1_024,
      toolPromptTokens: { auto: 313, forced: 315 },
      rates: [{ rates: rates(15_000, 18_750, 30_000, 1_500, 75_000) }],
    },
    {
      ...RETIRED,
      id: 'claude-opus-4',
      name: 'Opus 4',
      prefill: true,
      minimumPrefixTokens: 1_024,
      toolPromptTokens: { auto: 313, forced: 315 },
      rates: [{ rates: rates(15_000, 18_750, 30_000, 1_500, 75_000) }],
    },
    {
      ...RETIRED,
      id: 'claude-sonnet-4',
      name: 'Sonnet 4',
      prefill: true,
      minimumPrefixTokens: 1_024,
      toolPromptTokens: { auto: 313, forced: 315 },
      rates: [{ rates: rates(3_000, 3_750, 6_000, 300, 15_000) }],
    },
    {
      ...RETIRED,
      id: 'claude-haiku-3-5',
      name: 'Haiku 3.5',
      prefill: true,
      aliases: ['claude-3-5-haiku'],
      minimumPrefixTokens: 2_048,
      toolPromptTokens: { auto: 264, forced: 355 },
      rates: [{ rates: rates(800, 1_000, 1_600, 80, 4_000) }],
    },
  ],
};
