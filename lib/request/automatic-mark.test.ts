import { describe, expect, it } from 'vitest';
import { automaticMark } from './automatic-mark.ts';
import { flattenRequest } from './flatten-request.ts';
import { validateRequest } from './validate-request.ts';
import type { CacheControlEphemeral, ContentBlockParam, MessageCreateParamsBase, TextBlockParam } from './wire.ts';

const mark = (ttl?: '5m' | '1h'): { cache_control: CacheControlEphemeral } => ({
  cache_control: { type: 'ephemeral', ...(ttl && { ttl }) },
});
const words = (text = 'words', ttl?: '5m' | '1h'): TextBlockParam => ({ type: 'text', text, ...(ttl && mark(ttl)) });
const thought = { type: 'thinking', thinking: 'hm', signature: 's' } as const;

const request = (content: ContentBlockParam[], system: TextBlockParam[] = []): MessageCreateParamsBase => ({
  model: 'm',
  max_tokens: 1,
  system,
  messages: [{ role: 'user', content }],
});
const resolved = (made: MessageCreateParamsBase, ttl: '5m' | '1h' = '5m') => automaticMark(flattenRequest(made), ttl);
/** What the whole check says first, with `cache_control` at top level. */
const refusal = (made: MessageCreateParamsBase, ttl?: '5m' | '1h') => {
  const checked = validateRequest({ ...made, ...mark(ttl) });
  return checked.ok ? undefined : checked.failure;
};

describe('a top-level cache_control', () => {
  it('REQUEST-17: marks the last block', () => {
    expect(resolved(request([words(), words('last')]))).toEqual({
      ok: true,
      value: { path: 'messages.0.content.1', ttl: '5m' },
    });
  });

  it('REQUEST-17: walks back over what cannot be marked, as far as the system prompt, and gives up without a fault', () => {
    const back = resolved(request([words('said'), thought, words('')]));
    expect(back).toMatchObject({ value: { path: 'messages.0.content.0' } });
    expect(resolved(request([thought], [words('rules')]))).toMatchObject({ value: { path: 'system.0' } });
    expect(resolved(request([thought, words('')]))).toEqual({ ok: true, value: undefined });
  });

  it('REQUEST-17: changes nothing where the last block has the same mark already, four marks or not', () => {
    expect(resolved(request([words('last', '1h')]), '1h')).toEqual({ ok: true, value: undefined });
    const four = request([words('a', '5m'), words('b', '5m'), words('c', '5m'), words('d', '5m')]);
    expect(refusal(four)).toBeUndefined();
  });

  it('REQUEST-18: is refused beside another TTL on the last block', () => {
    expect(refusal(request([words('last', '1h')]), '5m')).toMatchObject({
      path: 'messages.0.content.0',
      message: expect.stringContaining("asks for ttl='5m', but the last block is marked with ttl='1h'"),
    });
  });

  it('REQUEST-18: takes one of the four marks', () => {
    const four = (more: number) =>
      request(
        [...'abcd']
          .slice(0, more)
          .map((text) => words(text, '5m'))
          .concat(words('last')),
      );
    expect(refusal(four(3))).toBeUndefined();
    expect(refusal(four(4))).toMatchObject({ message: expect.stringContaining('all of them are taken') });
  });

  it('REQUEST-9, REQUEST-18: is the last mark in the order of TTLs', () => {
    const long = request([words('a', '1h'), words('last')]);
    expect(refusal(long)).toBeUndefined();
    expect(refusal(request([words('a', '5m'), words('last')]), '1h')).toMatchObject({
      path: 'messages.0.content.1',
      message: expect.stringMatching(/^cache_control\.ttl: a ttl='1h' cache_control block must not come after/),
    });
    const hidden = request([words('last'), thought], [words('rules', '5m')]);
    expect(refusal(hidden, '1h')?.path).toBe('messages.0.content.0');
  });
});

describe('marks on the parts of a tool’s result', () => {
  const used = (parts: TextBlockParam[], own?: '5m' | '1h'): MessageCreateParamsBase => ({
    model: 'm',
    max_tokens: 1,
    messages: [
      { role: 'user', content: 'go' },
      { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 't', input: {} }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content: parts, ...(own && mark(own)) }] },
    ],
  });
  const fault = (made: MessageCreateParamsBase) => {
    const checked = validateRequest(made);
    return checked.ok ? undefined : checked.failure.message;
  };

  it('REQUEST-8, REQUEST-19: each counts to the four', () => {
    const parts = [...'abcde'].map((text) => words(text, '5m'));
    expect(fault(used(parts.slice(0, 4)))).toBeUndefined();
    expect(fault(used(parts))).toBe('A maximum of 4 blocks with cache_control may be provided. Found 5.');
    expect(fault(used(parts.slice(0, 4), '5m'))).toContain('Found 5.');
  });

  it('REQUEST-9, REQUEST-10, REQUEST-19: order and empty texts hold for them too, under their own paths', () => {
    const path = 'messages.2.content.0.tool_result.content.1';
    expect(fault(used([words('a', '5m'), words('b', '1h')]))).toMatch(new RegExp(`^${path}.cache_control.ttl: `));
    expect(fault(used([words('a', '5m')], '1h'))).toMatch(/^messages\.2\.content\.0\.cache_control\.ttl: /);
    expect(fault(used([words('a'), words('', '5m')]))).toBe(
      `${path}.text: cache_control cannot be set for empty text blocks`,
    );
    const odd = { ...words('a'), cache_control: { type: 'ephemeral', ttl: '2h' } } as unknown as TextBlockParam;
    expect(fault(used([words(), odd]))).toBe(`${path}.cache_control.ephemeral.ttl: Input should be '5m' or '1h'`);
  });
});
