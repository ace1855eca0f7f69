import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUtf8 } from '@/lib/server/utf8-json.ts';
import { post, testEmulator } from './test-emulator.ts';

const MARK = { type: 'ephemeral', ttl: '5m' };
const WHOLE = {
  model: 'claude-opus-5-5',
  max_tokens: 5,
  tools: [
    { type: 'custom', name: 'read', description: 'Reads.', input_schema: { type: 'object' }, cache_control: MARK },
  ],
  tool_choice: { type: 'auto' },
  system: [{ type: 'text', text: 'word '.repeat(600), citations: null, cache_control: MARK }],
  thinking: { type: 'adaptive' },
  output_config: { effort: 'low' },
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text: 'Read it.' },
        { type: 'image', source: { type: 'url', url: 'x' } },
      ],
    },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'Hm.', signature: 's' },
        { type: 'tool_use', id: 'a', name: 'read', input: { path: 'x' } },
      ],
    },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'a', content: [{ type: 'text', text: 'done' }] }] },
  ],
};

/** Every place in a JSON value, as a path of keys. */
function placesIn(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

/** What stands at a place of the whole request. */
const partOf = (path: readonly string[]): unknown =>
  path.reduce((value: unknown, key) => (value as Record<string, unknown>)[key], WHOLE);

function replaced(value: unknown, [key, ...rest]: string[], odd: unknown): unknown {
  if (key === undefined) return odd;
  if (typeof value !== 'object' || value === null) return value;
  const inner = replaced((value as Record<string, unknown>)[key], rest, odd);
  if (!Array.isArray(value)) return { ...value, [key]: inner };
  return Number(key) < value.length ? value.with(Number(key), inner) : value;
}

describe('the emulator, whatever it is sent', () => {
  it('EMU-4: answers the whole request, and one with any part replaced by anything with 200, 400 or 404', async () => {
    const { emulator } = testEmulator();
    expect((await emulator.messages(post(WHOLE))).status).toBe(200);
    const places = fc.constantFrom(...placesIn(WHOLE));
    await fc.assert(
      fc.asyncProperty(places, fc.jsonValue({ maxDepth: 2 }), async (path, odd) => {
        const { status } = await emulator.messages(post(replaced(WHOLE, path, odd)));
        expect([200, 400, 404]).toContain(status);
      }),
      { numRuns: 500 },
    );
  });

  it('EMU-4: and so one with an object that is no text in the place of any part', async () => {
    const { emulator } = testEmulator();
    for (const path of placesIn(WHOLE)) {
      for (const odd of [{ toString: null }, { toJSON: 1 }, { valueOf: null, toString: 0 }]) {
        const { status } = await emulator.messages(post(replaced(WHOLE, path, odd)));
        expect([200, 400, 404], path.join('.')).toContain(status);
      }
    }
  });

  it('EMU-4: and so one with any part in the place of any other', async () => {
    const { emulator } = testEmulator();
    const places = placesIn(WHOLE);
    const statuses = new Set<number>();
    for (const path of places) {
      for (const other of places) {
        const { status } = await emulator.messages(post(replaced(WHOLE, path, partOf(other))));
        statuses.add(status);
        expect([200, 400, 404], `${other.join('.')} at ${path.join('.')}`).toContain(status);
      }
    }
    expect(statuses).toEqual(new Set([200, 400, 404]));
  }, 60_000);

  it('EMU-27: what is remembered of bodies and blocks changes no answer', async () => {
    const places = fc.constantFrom(...placesIn(WHOLE).filter(([key]) => key !== 'model'));
    const part = fc.oneof(
      fc.constantFrom('word', MARK, [], { type: 'text', text: 'more' }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const changes = fc.array(fc.tuple(places, part, fc.boolean()), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, async (steps) => {
        const remembering = testEmulator().emulator;
        const forgetful = testEmulator({ readBody: (_, bytes) => parseUtf8(bytes) }).emulator;
        let request: unknown = { ...WHOLE, diagnostics: { previous_message_id: null } };
        for (const [path, odd, stays] of steps) {
          const changed = replaced(request, path, odd);
          for (const sent of [request, changed]) {
            const [found, expected] = [await remembering.messages(post(sent)), await forgetful.messages(post(sent))];
            expect(found.status).toBe(expected.status);
            expect(await found.text()).toBe(await expected.text());
          }
          if (stays) request = changed;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('EMU-9: read + creation + input is always what count_tokens says', async () => {
    const blocks = fc.array(
      fc.record({ words: fc.integer({ min: 1, max: 900 }), mark: fc.constantFrom(undefined, undefined, MARK) }),
      { minLength: 1, maxLength: 4 },
    );
    const { emulator } = testEmulator();
    await fc.assert(
      fc.asyncProperty(blocks, async (parts) => {
        const content = parts.map(({ words, mark }) => ({
          type: 'text',
          text: 'word '.repeat(words),
          ...(mark && { cache_control: mark }),
        }));
        const request = { model: 'claude-opus-5-5', max_tokens: 1, messages: [{ role: 'user', content }] };
        const { input_tokens: total } = await (await emulator.countTokens(post(request))).json();
        const { usage } = await (await emulator.messages(post(request))).json();
        const { input_tokens: input, cache_creation_input_tokens: created, cache_read_input_tokens: read } = usage;
        expect(read + created + input).toBe(total);
      }),
      { numRuns: 200 },
    );
  });
});
