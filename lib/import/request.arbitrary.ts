import fc from 'fast-check';

type Json = Readonly<Record<string, unknown>>;

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '{{env.today}}',
    '# One\nbody\n\n# Two\n\n```\n\n# no\n```\n',
    'a\n\n\n# b\n\ngitStatus: x',
    ' \n',
    '😀é\u2028',
  ),
);
const filled = text.filter((each) => each !== '');

const mark = fc.constantFrom<Json>(
  { type: 'ephemeral' },
  { type: 'ephemeral', ttl: '5m' },
  { ttl: '1h', type: 'ephemeral' },
  { type: 'ephemeral', ttl: '1h' },
  { type: 'ephemeral', scope: 'global' },
);

/** An object with its fields in any order, now and then a mark and a field that no one knows. */
const block = (fields: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc
    .record({
      fields,
      mark: fc.option(mark, { freq: 3, nil: undefined }),
      extra: fc.option(fc.constantFrom<Json>({ citations: null }, { caller: { type: 'direct' } }), {
        freq: 5,
        nil: undefined,
      }),
      order: fc.array(fc.nat(99), { minLength: 8, maxLength: 8 }),
    })
    .map(({ fields: own, mark: control, extra, order }) => {
      const entries = Object.entries({ ...own, ...(control && { cache_control: control }), ...extra });
      const keyed = entries.map((entry, index) => ({ entry, key: (order[index] ?? 0) < 70 ? index : index - 3 }));
      return Object.fromEntries(keyed.toSorted((left, right) => left.key - right.key).map(({ entry }) => entry));
    });

const reminder = fc
  .tuple(filled, filled, fc.boolean())
  .map(([first, second, hasTwo]) =>
    [
      '<system-reminder>\nBackground.\n# claudeMd\nFollow them.\n\n',
      `Contents of /home/dev/app/CLAUDE.md (project instructions, checked in):\n\n${first}`,
      hasTwo ? `\n\nContents of /home/dev/.claude/CLAUDE.md (user's own):\n\n${second}` : '',
      "\n\n# currentDate\nToday's date is 2026-11-21.\n</system-reminder>",
    ].join(''),
  );

const textBlock = block(
  fc
    .oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: reminder })
    .map((each) => ({ type: 'text', text: each })),
);
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const image = block(
  fc.constantFrom<Json>(
    { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PIXEL } },
    { type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } },
  ),
);
const toolUse = block(
  fc.record({
    type: fc.constant('tool_use'),
    id: fc.constantFrom('toolu_1', 'toolu_2'),
    name: fc.constantFrom('Read', 'Bash'),
    input: fc.dictionary(fc.constantFrom('path', 'command', 'limit'), fc.oneof(text, fc.integer(), fc.constant(null)), {
      noNullPrototype: true,
    }),
  }),
);
const toolResult = block(
  fc.record(
    {
      type: fc.constant('tool_result'),
      tool_use_id: fc.constantFrom('toolu_1', 'toolu_2'),
      content: fc.oneof(text, fc.array(fc.oneof(textBlock, image), { maxLength: 3 })),
      is_error: fc.boolean(),
    },
    { requiredKeys: ['type', 'tool_use_id'] },
  ),
);
const thinking = fc.oneof(
  fc.record({ type: fc.constant('thinking'), thinking: text, signature: text }),
  fc.record({ type: fc.constant('redacted_thinking'), data: text }),
);
const other = block(fc.constant({ type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'x' } }));

const message = fc.record({
  role: fc.constantFrom('user', 'assistant', 'system'),
  content: fc.oneof(
    text,
    fc.array(fc.oneof(textBlock, toolUse, toolResult, thinking, image, other), { minLength: 1, maxLength: 4 }),
  ),
});

const tool = block(
  fc.oneof(
    fc.record(
      {
        name: fc.constantFrom('Read', 'Bash', 'mcp__docs__find', 'mcp__a__b__c'),
        description: text,
        input_schema: fc.constantFrom<Json>(
          { type: 'object', properties: { b: {}, a: { type: 'string' } }, required: ['b'] },
          { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' },
        ),
        strict: fc.boolean(),
        defer_loading: fc.constant(true),
        type: fc.constant('custom'),
      },
      { requiredKeys: ['name', 'input_schema'] },
    ),
    fc.constant<Json>({ type: 'web_search_20260101', name: 'web_search', max_uses: 3 }),
  ),
);

/** The body of a request with everything that may stand in one, in any order of fields. */
export const anyBody: fc.Arbitrary<Json> = fc
  .tuple(
    fc.record(
      {
        model: fc.constantFrom('claude-sonnet-5-5', 'unknown-model'),
        max_tokens: fc.integer({ min: 1, max: 64_000 }),
        messages: fc.array(message, { minLength: 1, maxLength: 4 }),
        system: fc.oneof(
          filled,
          fc.array(block(fc.record({ type: fc.constant('text'), text: filled })), { maxLength: 4 }),
        ),
        tools: fc.array(tool, { maxLength: 3 }),
        temperature: fc.constantFrom(1, 0.5),
        thinking: fc.constant({ type: 'adaptive' }),
        stream: fc.boolean(),
        cache_control: mark,
        metadata: fc.constant({ user_id: 'u' }),
        context_management: fc.constant({ edits: [{ type: 'clear_thinking_20251015', keep: 'all' }] }),
      },
      { requiredKeys: ['model', 'messages'] },
    ),
    fc.array(fc.nat(99), { minLength: 11, maxLength: 11 }),
  )
  .map(([fields, order]) => {
    const keyed = Object.entries(fields).map((entry, index) => ({ entry, key: order[index] ?? 0 }));
    return Object.fromEntries(keyed.toSorted((left, right) => left.key - right.key).map(({ entry }) => entry));
  });

const escapeOf = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A body as clients write it: in one line, indented, as Python writes it, and with a number or a line end of its own. */
export const anyWriting: fc.Arbitrary<(body: Json) => string> = fc.constantFrom(
  (body) => JSON.stringify(body),
  (body) => JSON.stringify(body, null, 2),
  (body) => `${JSON.stringify(body, null, '\t')}\n`,
  (body) => `\n ${JSON.stringify(body).replaceAll('"temperature":1', '"temperature" : 1.0')}\r\n`,
  (body) => JSON.stringify(body).replace(/[<>&\u2028\u2029]/g, escapeOf),
  (body) => JSON.stringify(body, null, 4).replaceAll('/', '\\/'),
  (body) => JSON.stringify(body, null, 1).replaceAll(/\n */g, ' '),
  (body) => JSON.stringify(body).replace(/[\u007f-\uffff]/g, escapeOf),
);
