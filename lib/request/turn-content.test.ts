import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockTokens } from '@/lib/cache/block-tokens.ts';
import { assemblePrompt } from '@/lib/prompt/assemble-prompt.ts';
import type { PromptInput, Turn } from '@/lib/prompt/prompt-input.ts';
import { SAMPLE_INPUT, SAMPLE_MODEL } from '@/lib/prompt/sample-input.ts';
import type { TurnBlock } from '@/lib/prompt/turn-block.ts';
import { buildRequest } from './build-request.ts';
import { flattenRequest } from './flatten-request.ts';
import { imageSize, plainSource } from './image-size.ts';
import { requestFaults } from './validate-request.ts';

const CACHE = { enabled: true, markDynamic: true, markLastUserBlock: true, sendScope: false, marks: {} };
const build = (conversation: readonly Turn[], memoryFiles: PromptInput['memoryFiles'] = []) => {
  const environment = { ...SAMPLE_INPUT.environment, today: '' };
  const input: PromptInput = { ...SAMPLE_INPUT, environment, conversation, memoryFiles, draft: '' };
  return buildRequest(assemblePrompt(input, SAMPLE_MODEL, 1), input, { model: 'm', maxTokens: 9, cache: CACHE });
};
const turn = (role: Turn['role'], ...blocks: TurnBlock[]): Turn => ({ id: role, role, text: '', blocks });
const contentOf = (...blocks: TurnBlock[]) => build([turn('assistant', ...blocks)]).request.messages[0]?.content;

const CONVERSATION = [
  turn('user', { id: 'a', type: 'text', text: 'Look' }, { id: 'b', type: 'image', width: 800, height: 600 }),
  turn(
    'assistant',
    { id: 'a', type: 'thinking', text: 'Hm.', signature: 's' },
    { id: 'b', type: 'redacted', data: 'x' },
    { id: 'c', type: 'tool-use', call: 'toolu_1', name: 'Read', input: '{"path": "a"}' },
  ),
  {
    ...turn('user', {
      id: 'a',
      type: 'tool-result',
      call: 'toolu_1',
      isError: true,
      content: [{ id: 'a', type: 'text', text: 'none' }],
    }),
    id: 'user-2',
  },
];

describe('a turn of blocks', () => {
  it('REQUEST-30: each kind of block goes out in its own form, and the provider would read it', () => {
    const { request } = build(CONVERSATION);
    expect(request.messages).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Look' },
          { type: 'image', source: plainSource({ width: 800, height: 600 }) },
        ],
      },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'Hm.', signature: 's' },
          { type: 'redacted_thinking', data: 'x' },
          { type: 'tool_use', id: 'toolu_1', name: 'Read', input: { path: 'a' } },
        ],
      },
      {
        role: 'user',
        content: [
          {
            type: 'tool_result',
            tool_use_id: 'toolu_1',
            content: 'none',
            is_error: true,
            cache_control: { type: 'ephemeral' },
          },
        ],
      },
    ]);
    expect(requestFaults(request)).toEqual([]);
  });

  it('REQUEST-30: a result of several parts is a list; a system message is a turn', () => {
    const image = { id: 'b', type: 'image', width: 2, height: 2 } as const;
    const text = { id: 'a', type: 'text', text: 'x' } as const;
    expect(contentOf({ id: 'r', type: 'tool-result', call: 'c', isError: false, content: [text, image] })).toEqual([
      {
        type: 'tool_result',
        tool_use_id: 'c',
        content: [
          { type: 'text', text: 'x' },
          { type: 'image', source: plainSource(image) },
        ],
      },
    ]);
    expect(build([{ id: 's', role: 'system', text: 'Now.' }]).request.messages).toEqual([
      { role: 'system', content: [{ type: 'text', text: 'Now.' }] },
    ]);
  });

  it('REQUEST-31: unfinished JSON goes out as it is typed, and is named at its block', () => {
    const unfinished = [
      turn('user', { id: 'a', type: 'text', text: 'x' }),
      turn('assistant', { id: 'b', type: 'tool-use', call: 'c', name: 'Read', input: '{"a' }),
    ];
    expect(requestFaults(build(unfinished).request)[0]).toMatchObject({ path: 'messages.1.content.0.tool_use.input' });
    expect(requestFaults(build([turn('user', { id: 'o', type: 'other', json: '{' })]).request)[0]?.path).toBe(
      'messages.0.content.0.type',
    );
  });

  it('REQUEST-32: a reminder holds the memory files of the tree, and leaves out those that are gone', () => {
    const context: TurnBlock = {
      id: 'c',
      type: 'context',
      parts: [
        { type: 'text', text: 'Files:\n' },
        { type: 'file', path: '/a/CLAUDE.md', heading: 'Contents of /a/CLAUDE.md:\n\n' },
        { type: 'file', path: '/gone.md', heading: 'Contents of /gone.md:\n\n' },
        { type: 'text', text: '\nEnd' },
      ],
    };
    const { blocks, request } = build([turn('user', context)], [{ path: '/a/CLAUDE.md', text: 'Be brief.' }]);
    const block = blocks.find(({ id }) => id === 'turn:user:c');
    expect(block?.text).toBe('Files:\nContents of /a/CLAUDE.md:\n\nBe brief.\nEnd');
    expect(block?.spans.map(({ source }) => source.type)).toEqual(['turn', 'memory-file', 'turn']);
    expect(request.messages.at(-1)?.content).toMatchObject([{ type: 'text', text: block?.text }]);
  });
});

describe('a picture', () => {
  it('REQUEST-33: that is only sketched is sent as a plain one of its size, which any reader opens', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 1, max: 2000 }), (width, height) => {
        const source = plainSource({ width, height });
        expect(imageSize(source)).toEqual({ width, height });
        const file = Buffer.from(source.data, 'base64');
        const length = file.readUInt32BE(33);
        expect(file.subarray(37, 41).toString()).toBe('IDAT');
        const rows = inflateSync(file.subarray(41, 41 + length));
        expect(rows.length).toBe(height * (1 + Math.ceil(width / 8)));
        expect(rows.every((byte) => byte === 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [200, 200, 54],
    [1092, 1092, 1590],
    [1000, 1000, 1334],
    [3000, 3000, 1600],
    [8000, 100, 42],
    [1, 1, 1],
  ])(
    'CACHE-40: of %d × %d pixels costs %d tokens: width × height / 750 after scaling, 1,600 at most',
    (width, height, tokens) => {
      const source = plainSource({ width, height });
      const [block] = flattenRequest({
        model: 'm',
        max_tokens: 1,
        messages: [{ role: 'user', content: [{ type: 'image', source }] }],
      });
      expect(block && blockTokens(block, () => 0)).toBe(tokens);
    },
  );

  it('CACHE-40: whose size cannot be read costs the most', () => {
    const source = { type: 'url' as const, url: 'https://example.com/a.png' };
    const [block] = flattenRequest({
      model: 'm',
      max_tokens: 1,
      messages: [{ role: 'user', content: [{ type: 'image', source }] }],
    });
    expect(block && blockTokens(block, () => 0)).toBe(1600);
    expect(imageSize({ data: 'no image' })).toBeUndefined();
  });

  it.each([
    ['GIF', [0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 0x20, 0x03, 0x58, 0x02], 800, 600],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0x02, 0x58, 0x03, 0x20, 3, 0, 0], 800, 600],
    ['WebP, extended', [...Buffer.from('RIFF0000WEBPVP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0x1f, 3, 0, 0x57, 2, 0], 800, 600],
  ])('REQUEST-33: the size of a %s is read from its head', (_, bytes, width, height) => {
    expect(imageSize({ data: Buffer.from(bytes).toString('base64') })).toEqual({ width, height });
  });
});
