import { describe, expect, it } from 'vitest';
import { breakpointViolations } from './breakpoints.ts';
import { flattenRequest, isAttributionHeader } from './flatten-request.ts';
import type {
  CacheControlEphemeral,
  ContentBlockParam,
  MessageCreateParamsBase,
  TextBlockParam,
  ToolUnion,
} from './wire.ts';

type Mark = '5m' | '1h' | 'bare' | undefined;

const control = (mark: Mark): { cache_control?: CacheControlEphemeral } => {
  if (mark === undefined) return {};
  return { cache_control: mark === 'bare' ? { type: 'ephemeral' } : { type: 'ephemeral', ttl: mark } };
};
const words = (mark?: Mark, text = 'words'): TextBlockParam => ({ type: 'text', text, ...control(mark) });
const tool = (mark?: Mark, more: object = {}) =>
  ({ name: 't', input_schema: { type: 'object' }, ...control(mark), ...more }) as ToolUnion;

function request(marks: {
  tools?: ToolUnion[];
  system?: TextBlockParam[];
  said?: ContentBlockParam[][];
}): MessageCreateParamsBase {
  const { tools = [], system = [], said = [[words()]] } = marks;
  const messages = said.map((content, index) => ({
    role: index % 2 ? ('assistant' as const) : ('user' as const),
    content,
  }));
  return { model: 'm', max_tokens: 1, tools, system, messages };
}

const violations = (marks: Parameters<typeof request>[0]) => breakpointViolations(flattenRequest(request(marks)));
const messages = (marks: Parameters<typeof request>[0]) =>
  violations(marks).map(({ path, message }) => [path, message]);

describe('breakpointViolations', () => {
  it('REQUEST-8: four marks are legal, wherever they stand; a fifth is not', () => {
    const four = { tools: [tool('1h')], system: [words('1h'), words('5m')], said: [[words(), words('bare')]] };
    expect(violations(four)).toEqual([]);
    expect(messages({ ...four, said: [[words('5m')], [words()], [words('5m')]] })).toEqual([
      ['messages.2.content.0', 'A maximum of 4 blocks with cache_control may be provided. Found 5.'],
    ]);
    const seven = {
      system: [words('5m'), words('5m'), words('5m')],
      said: [[words('5m'), words('5m'), words('5m'), words('5m')]],
    };
    expect(violations(seven)).toEqual([
      {
        code: 'too-many',
        path: 'messages.0.content.1',
        message: 'A maximum of 4 blocks with cache_control may be provided. Found 7.',
        fix: 'Take 3 of the marks off.',
      },
    ]);
  });

  it('REQUEST-9: no 1h mark behind a 5m one, across all levels; a mark without TTL is 5m', () => {
    const text = (path: string) =>
      `${path}.cache_control.ttl: a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: \`tools\`, \`system\`, \`messages\`.`;
    const cases: [Parameters<typeof request>[0], string][] = [
      [{ tools: [tool('5m')], system: [words('1h')] }, 'system.0'],
      [{ tools: [tool('bare')], said: [[words(), words('1h')]] }, 'messages.0.content.1'],
      [{ tools: [tool('5m'), tool('1h')] }, 'tools.1'],
      [
        { system: [words('1h'), words('5m'), words()], said: [[words()], [words('1h')], [words('1h')]] },
        'messages.1.content.0',
      ],
    ];
    for (const [marks, path] of cases) expect(messages(marks)).toEqual([[path, text(path)]]);
    expect(violations({ tools: [tool('1h')], system: [words('1h'), words('5m')], said: [[words('bare')]] })).toEqual(
      [],
    );
  });

  it('REQUEST-10: an empty text cannot carry a mark', () => {
    expect(messages({ said: [[words()], [words('5m', '')]] })).toEqual([
      ['messages.1.content.0', 'messages.1.content.0.text: cache_control cannot be set for empty text blocks'],
    ]);
    expect(messages({ system: [words('5m', '')] })[0]?.[1]).toBe(
      'system.0.text: cache_control cannot be set for empty text blocks',
    );
    expect(violations({ system: [words(undefined, '')], said: [[words('5m', ' ')]] })).toEqual([]);
  });

  it('REQUEST-11: thinking cannot carry a mark', () => {
    const marked = (type: 'thinking' | 'redacted_thinking') =>
      ({ type, thinking: '', signature: '', data: '', ...control('5m') }) as unknown as ContentBlockParam;
    for (const type of ['thinking', 'redacted_thinking'] as const) {
      expect(messages({ said: [[words()], [marked(type)]] })).toEqual([
        ['messages.1.content.0', `messages.1.content.0.${type}.cache_control: Extra inputs are not permitted`],
      ]);
    }
  });

  it('REQUEST-8: faults come in the order in which the provider checks, each with what to do', () => {
    const all = violations({
      tools: [tool('5m')],
      system: [words('1h'), words('5m'), words('5m', '')],
      said: [[words('5m')]],
    });
    expect(all.map(({ code }) => code)).toEqual(['empty-text', 'too-many', 'ttl-order']);
    for (const { fix } of all) expect(fix).toMatch(/^[A-Z].*\.$/);
  });
});

describe('flattenRequest', () => {
  it('REQUEST-12: lists tools, system and messages as one, with the provider’s paths', () => {
    const flat = flattenRequest(
      request({ tools: [tool()], system: [words('1h')], said: [[words()], [words(), words('bare')]] }),
    );
    expect(flat.map(({ path, level, role, breakpoint }) => [path, level, role, breakpoint])).toEqual([
      ['tools.0', 'tools', 'tool', undefined],
      ['system.0', 'system', 'system', '1h'],
      ['messages.0.content.0', 'messages', 'user', undefined],
      ['messages.1.content.0', 'messages', 'assistant', undefined],
      ['messages.1.content.1', 'messages', 'assistant', '5m'],
    ]);
  });

  it('REQUEST-12: plain text is a block; deferred tools are out, but keep their number', () => {
    const flat = flattenRequest({
      model: 'm',
      max_tokens: 1,
      tools: [tool(undefined, { defer_loading: true }), tool(undefined, { defer_loading: false })],
      system: 'rules',
      messages: [{ role: 'user', content: 'hello' }],
    });
    expect(flat.map(({ path, value }) => [path, 'text' in value ? value.text : undefined])).toEqual([
      ['tools.1', undefined],
      ['system.0', 'rules'],
      ['messages.0.content.0', 'hello'],
    ]);
    expect(flattenRequest({ model: 'm', max_tokens: 1, messages: [] })).toEqual([]);
  });

  it('REQUEST-12: a mark of null is none', () => {
    const block = { type: 'text', text: 'x', cache_control: null } as const;
    expect(
      flattenRequest({ model: 'm', max_tokens: 1, messages: [{ role: 'user', content: [block] }] })[0]?.breakpoint,
    ).toBeUndefined();
  });

  it('REQUEST-12: only the first system block can be the attribution header', () => {
    const header = words(undefined, 'x-anthropic-billing-header: cc_version=1;');
    const flat = flattenRequest(request({ system: [header, header], said: [[header]] }));
    expect(flat.map(isAttributionHeader)).toEqual([true, false, false]);
    const explained = words(undefined, 'x-anthropic-billing-headers are explained here.');
    expect(flattenRequest(request({ system: [explained], said: [] })).map(isAttributionHeader)).toEqual([false]);
  });
});
