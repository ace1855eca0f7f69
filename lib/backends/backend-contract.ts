import { afterEach, describe, expect, it } from 'vitest';
import type { FailureCode } from '@/lib/errors.ts';
import type { MessageCreateParamsBase } from '@/lib/request/wire.ts';
import type { Usage } from '@/lib/usage/usage.ts';
import type { Backend, BackendEvent, BackendEvents, SendOptions } from './backend.ts';

/** What a backend's server does in a case of the contract. */
export type Situation =
  | 'answers'
  /** Answers with a pause of at least 10 ms between events. */
  | 'answers-slowly'
  | 'answers-count'
  /** Finds CONTRACT.rejected.path at fault. */
  | 'rejects'
  | 'refuses-key'
  | 'rate-limits'
  | 'overloaded'
  | 'breaks-off'
  | 'sends-rubbish'
  | 'is-down';

export interface ContractSubject {
  readonly backend: Backend;
  readonly close?: () => Promise<void>;
}

const TEXT_AT_FAULT = 'messages.0.content.1.text';

export const CONTRACT = {
  /** The key that subjects are to send where they send any; it must never come back. */
  key: 'sk-canary-0123456789',
  request: {
    model: 'claude-opus-5-5',
    max_tokens: 300,
    system: [{ type: 'text', text: 'Be brief. '.repeat(400), cache_control: { type: 'ephemeral' } }],
    messages: [{ role: 'user', content: 'What is a prompt cache?' }],
  } satisfies MessageCreateParamsBase,
  rejected: {
    request: {
      model: 'claude-opus-5-5',
      max_tokens: 300,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: 'A question.' },
            { type: 'text', text: '', cache_control: { type: 'ephemeral' } },
          ],
        },
      ],
    } satisfies MessageCreateParamsBase,
    path: TEXT_AT_FAULT,
    message: `${TEXT_AT_FAULT}: cache_control cannot be set for empty text blocks`,
  },
} as const;

/** What differs between interfaces and servers, and is right for each. */
export interface ContractTerms {
  /** The normal form of the last usage, or the names of its figures, which are Anthropic's five unless told. */
  readonly usage?: Usage | readonly (keyof Usage)[];
  readonly stopReason?: string;
  /** The model to ask for. */
  readonly model?: string;
  /** What the server can be brought to do; everything unless told. */
  readonly can?: readonly Situation[];
  /** The interface reports usage with its first event, as Messages does. */
  readonly reportsAtStart?: boolean;
  /** The server counts tokens by itself. */
  readonly counts?: boolean;
}

const ANTHROPIC_FIGURES = [
  'cacheCreation1hTokens',
  'cacheCreation5mTokens',
  'cacheReadTokens',
  'inputTokens',
  'outputTokens',
] as const;

const isNames = (usage: Usage | readonly (keyof Usage)[]): usage is readonly (keyof Usage)[] => Array.isArray(usage);

/** Registers the cases that every backend passes; `create` makes one whose server is in the given situation. */
export function backendContract(
  name: string,
  create: (situation: Situation) => Promise<ContractSubject>,
  terms: ContractTerms = {},
): void {
  const { usage: expected = ANTHROPIC_FIGURES, reportsAtStart = true, counts = true, stopReason = 'end_turn' } = terms;
  const may = (situation: Situation): boolean => terms.can?.includes(situation) ?? true;
  const asked = { ...CONTRACT.request, ...(terms.model && { model: terms.model }) };
  describe(`the backend contract: ${name}`, () => {
    let open: ContractSubject | undefined;
    const subject = async (situation: Situation): Promise<Backend> => {
      open = await create(situation);
      return open.backend;
    };
    afterEach(async () => {
      await open?.close?.();
      open = undefined;
    });

    it('BACK-1: start, message, text, usage and end come in this order, and nothing after', async () => {
      const events = await collect((await subject('answers')).send(asked, call()));
      const types = events.map(({ type }) => type).filter((type) => type !== 'server-metrics');
      expect(types.filter((type, index) => type !== types[index - 1])).toEqual([
        'request-start',
        'message-start',
        ...(reportsAtStart ? ['usage-report'] : []),
        'text-delta',
        'usage-report',
        'message-end',
      ]);
      expect(textOf(events).length).toBeGreaterThan(20);
      expect(events.at(-1)).toMatchObject({ stopReason });
      const times = events.flatMap((event) => ('at' in event ? [event.at] : []));
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });

    it('BACK-2: the last usage is whole, in the normal form, with what was sent beside it', async () => {
      const events = await collect((await subject('answers')).send(asked, call()));
      const usage = events.flatMap((event) => (event.type === 'usage-report' ? [event.usage] : [])).at(-1);
      const { raw, ...figures } = usage ?? {};
      expect(raw).toBeTypeOf('object');
      if (!isNames(expected)) return expect(figures).toEqual(expected);
      for (const figure of Object.values(figures)) expect(figure).toBeTypeOf('number');
      return expect(Object.keys(figures).sort()).toEqual([...expected].sort());
    });

    it('BACK-5: Stop ends a stream with "stopped", and what came before stays', async () => {
      const stop = new AbortController();
      const events: BackendEvent[] = [];
      let before = '';
      for await (const portion of (await subject('answers-slowly')).send(asked, call(stop.signal))) {
        events.push(...portion);
        if (textOf(events) === '') continue;
        before ||= textOf(events);
        stop.abort();
      }
      expect(failureOf(events)?.code).toBe('stopped');
      expect([before, textOf(events)]).toEqual([expect.stringMatching(/./), before]);
    });

    it('BACK-5: Stop before anything was sent', async () => {
      const events = await collect((await subject('answers')).send(asked, call(AbortSignal.abort())));
      expect(events.map(({ type }) => type)).toEqual(['request-start', 'failure']);
      expect(failureOf(events)?.code).toBe('stopped');
    });

    if (may('rejects'))
      it("BACK-6: a rejected request carries the provider's text and its place", async () => {
        const events = await collect((await subject('rejects')).send(CONTRACT.rejected.request, call()));
        const { message, path: place } = CONTRACT.rejected;
        expect(failureOf(events)).toEqual({ code: 'backend-rejected', message, place });
      });

    const failures: [Situation, FailureCode][] = [
      ['refuses-key', 'backend-refused-key'],
      ['rate-limits', 'backend-rate-limited'],
      ['overloaded', 'backend-overloaded'],
      ['breaks-off', 'stream-cut'],
      ['sends-rubbish', 'backend-failed'],
      ['is-down', 'backend-unreachable'],
    ];
    for (const [situation, code] of failures.filter(([each]) => may(each))) {
      it(`BACK-6: a server that ${situation} gives ${code}, once, last, and without the key`, async () => {
        const events = await collect((await subject(situation)).send(asked, call()));
        expect(events.at(-1)).toMatchObject({ type: 'failure', failure: { code } });
        expect(events.filter(({ type }) => type === 'failure' || type === 'message-end')).toHaveLength(1);
        expect(JSON.stringify(events)).not.toContain(CONTRACT.key);
      });
    }

    if (!counts) {
      it('BACK-7: says that it counts no tokens', async () => {
        const counted = await (await subject('answers-count')).countTokens(asked, call());
        expect(counted).toMatchObject({ ok: false, failure: { code: 'count-failed', fix: expect.any(String) } });
      });
      return;
    }

    it('BACK-7: counts tokens', async () => {
      const counted = await (await subject('answers-count')).countTokens(asked, call());
      expect(counted).toEqual({ ok: true, value: expect.any(Number) });
      expect(counted.ok && counted.value).toBeGreaterThan(100);
    });

    for (const [situation, code] of failures.filter(([each]) => may(each) && !STREAMED.has(each))) {
      it(`BACK-7: counting at a server that ${situation} gives ${code}`, async () => {
        const counted = await (await subject(situation)).countTokens(asked, call());
        expect(counted).toMatchObject({ ok: false, failure: { code } });
        expect(JSON.stringify(counted)).not.toContain(CONTRACT.key);
      });
    }
  });
}

/** Faults that only a stream has. */
const STREAMED: ReadonlySet<Situation> = new Set(['breaks-off', 'sends-rubbish']);

const call = (signal: AbortSignal = new AbortController().signal): SendOptions => ({
  signal,
  session: 'contract',
  visitorKey: CONTRACT.key,
});

export async function collect(events: BackendEvents): Promise<BackendEvent[]> {
  const all: BackendEvent[] = [];
  for await (const portion of events) all.push(...portion);
  return all;
}

/** The events one by one. */
export async function* eventsOf(events: BackendEvents): AsyncGenerator<BackendEvent, void, undefined> {
  for await (const portion of events) yield* portion;
}

export const textOf = (events: readonly BackendEvent[]): string =>
  events.map((event) => (event.type === 'text-delta' ? event.text : '')).join('');

export const failureOf = (events: readonly BackendEvent[]) =>
  events.flatMap((event) => (event.type === 'failure' ? [event.failure] : []))[0];
