import { describe, expect, it } from 'vitest';
import type { MessageCreateParamsBase, TextBlockParam } from '@/lib/request/wire.ts';
import { comparisonFigures } from './comparison-figures.ts';
import { compareRequests } from './run-diagnosis.ts';

const marked = (text: string): TextBlockParam => ({ type: 'text', text, cache_control: { type: 'ephemeral' } });
const MODEL = 'claude-sonnet-5-5';
const request = (...texts: string[]): MessageCreateParamsBase => ({
  model: MODEL,
  max_tokens: 1,
  system: [marked('A system prompt that stays as it is. '.repeat(400))],
  messages: texts.map((text) => ({ role: 'user', content: [marked(text)] })),
});
const compared = (before: MessageCreateParamsBase, after: MessageCreateParamsBase, minutes = 0) => {
  const [sentAt, later] = [0, minutes * 60_000];
  const comparison = compareRequests(
    { request: before, model: before.model, sentAt, respondedAt: sentAt },
    { request: after, model: after.model, sentAt: later, respondedAt: later },
    'session-1',
  );
  const ends = comparison.after.chain.positions.map(({ end }) => end);
  return { ...comparisonFigures(comparison), cause: comparison.explanation.cause, ends };
};

describe('the figures of a comparison', () => {
  it('COMPARE-5: content is the same up to the first block that differs, and is billed again from the last entry on', () => {
    const { ends, again, ...rest } = compared(request('One', 'Two'), request('One', 'Another'));
    expect(rest).toMatchObject({ shared: ends[1], firstAgain: 2, goesOn: false });
    expect(again).toBe((ends[2] ?? 0) - (ends[1] ?? 0));
  });

  it('COMPARE-5: within a block, content is the same up to the character that differs', () => {
    const start = 'These words stand in both of them. '.repeat(10);
    const { shared, ends } = compared(request('One', `${start}A`), request('One', `${start}B`));
    expect(shared).toBeGreaterThan((ends[1] ?? 0) + 50);
    expect(shared).toBeLessThanOrEqual(ends[2] ?? 0);
  });

  it('COMPARE-5: what the second goes on with is not the same, and nothing before it is billed again', () => {
    const { ends, ...rest } = compared(request('One'), request('One', 'Two'));
    expect(rest).toMatchObject({ shared: ends[1], firstAgain: undefined, again: 0, goesOn: true });
  });

  it('COMPARE-5: after the cache has run out, and for another model, all is the same and all is billed again', () => {
    const late = compared(request('One'), request('One'), 6);
    expect(late).toMatchObject({ goesOn: false, shared: late.ends[1], firstAgain: 0, again: late.ends[1] });
    const other = compared(request('One'), { ...request('One'), model: 'claude-opus-5-5' });
    expect(other).toMatchObject({
      goesOn: false,
      cause: 'model_changed',
      shared: other.ends[1],
      firstAgain: 0,
      again: other.ends[1],
    });
  });

  it('COMPARE-5: what lies in the backend, or cannot be known for want of times, keeps the second from nothing', () => {
    expect(compared(request('One'), request('One'))).toMatchObject({ cause: 'likely_server_side', goesOn: true });
    const untimed = { request: request('One'), model: MODEL };
    expect(comparisonFigures(compareRequests(untimed, untimed, 'session-1'))).toMatchObject({ goesOn: true });
    const other = { ...untimed, request: request('Another') };
    expect(comparisonFigures(compareRequests(untimed, other, 'session-1'))).toMatchObject({ goesOn: false });
  });
});
