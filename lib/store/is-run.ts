import { isFields } from '@/lib/json-value.ts';
import { shapeFaults } from '@/lib/request/shape-faults.ts';
import type { Run } from './run.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
/** Whole, and small enough to be priced and added up. */
const count: Check = (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 1e9;
/** What a Date can be made of, in epoch milliseconds. */
const time: Check = (value) => typeof value === 'number' && Math.abs(value) <= 8.64e15;
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const list =
  (item: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(item);
const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value) =>
    isFields(value) && Object.entries(checks).every(([name, check]) => check(value[name]));

const inputUsage = {
  inputTokens: count,
  cacheReadTokens: count,
  cacheCreation5mTokens: count,
  cacheCreation1hTokens: count,
};

const flag: Check = (value) => typeof value === 'boolean';
const layer = oneOf('tools', 'static', 'session', 'volatile', 'memory', 'conversation');
const span = fields({
  key: text,
  title: text,
  source: fields({ type: text }),
  layer: optional(layer),
  start: count,
  end: count,
});

const entries = list(fields({ key: text, ttl: oneOf('5m', '1h'), startedAt: time, readableAt: time }));

const run = fields({
  id: text,
  number: count,
  backend: text,
  model: text,
  request: (value) => isFields(value) && shapeFaults(value, { counting: true }).length === 0,
  prediction: fields({
    usage: fields(inputUsage),
    hit: optional(fields({ path: text })),
    blocks: list(fields({ path: text, state: text, tokens: count })),
    created: entries,
    refreshed: entries,
    isUnknown: optional(flag),
  }),
  totalTokens: count,
  estimatedTokens: optional(count),
  finalKey: optional(text),
  origins: optional(list(fields({ path: text, title: text, spans: list(span) }))),
  keepsHeader: optional(flag),
  messageId: optional(text),
  verdict: optional(fields({ type: text, missedTokens: optional(count) })),
  sentAt: time,
  status: oneOf('done', 'stopped', 'failed'),
  respondedAt: optional(time),
  firstTokenAt: optional(time),
  endedAt: time,
  text,
  blocks: optional(list(fields({ at: count, block: fields({ type: text }) }))),
  compaction: optional(fields({ turns: count, tokens: count })),
  reported: optional(
    fields({
      ...Object.fromEntries(Object.keys(inputUsage).map((name) => [name, optional(count)])),
      cacheCreationOtherTokens: optional(count),
      totalInputTokens: optional(count),
      outputTokens: optional(count),
      webSearches: optional(count),
    }),
  ),
  metrics: optional(fields({ promptTokens: count, readTokens: count })),
  stopReason: optional(text),
  failure: optional(fields({ code: text, message: text, place: optional(text), fix: optional(text) })),
});

/** Is it a run that has ended, in every field that is drawn, summed or folded? */
export const isRun = (value: unknown): value is Run => run(value);
