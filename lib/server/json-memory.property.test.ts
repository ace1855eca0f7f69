import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonMemory } from './json-memory.ts';
import { parseUtf8 } from './utf8-json.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const items = fc.array(
  fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.record({ role: fc.constantFrom('user', 'assistant') })),
);
const objects = fc.dictionary(
  fc.constantFrom('model', 'tools', 'messages', 'stream', 'a b', '"\\', '__proto__', 'é', 'constructor', '7'),
  fc.oneof(items, fc.jsonValue({ maxDepth: 2 })),
);
const texts = fc
  .tuple(fc.oneof({ arbitrary: objects, weight: 9 }, fc.jsonValue()), fc.constantFrom(undefined, 1, '\t', '\r\n '))
  .map(([value, indent]) => JSON.stringify(value, undefined, indent));
const marks = fc.constantFrom(
  '',
  ' ',
  ',',
  ':',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '0',
  'e',
  'null',
  '\u0001',
  '\ufeff',
  'é',
  '[{}],',
);
/** Texts with here and there some characters taken out and others put in, each made of the one before. */
const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 3 }), marks, fc.boolean()), { maxLength: 8 });

const edited = (text: string, [at, removed, added]: readonly [number, number, string, boolean]): string => {
  const from = at % (text.length + 1);
  return text.slice(0, from) + added + text.slice(from + removed);
};

const outcome = (parse: () => unknown): unknown => {
  try {
    return { value: parse() };
  } catch (error) {
    return error instanceof Error;
  }
};

describe('EMU-27: the memory of bodies', () => {
  it('reads every text as JSON.parse does, whatever it read before, and throws where that throws', () => {
    fc.assert(
      fc.property(texts, edits, fc.boolean(), (first, changes, isSmall) => {
        const parse = createJsonMemory(isSmall ? 2_600 : undefined);
        let text = first;
        for (const change of [[0, 0, '', false] as const, ...changes]) {
          const next = edited(text, change);
          const bytes = bytesOf(next);
          const expected = outcome(() => parseUtf8(bytes));
          const found = outcome(() => parse('w', bytes));
          expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
          if (change[3]) text = next;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives the same objects for what is the same in its place, under the same name only', () => {
    const parse = createJsonMemory();
    const read = (name: string, value: object) => parse(name, bytesOf(JSON.stringify(value))) as { list: object[] };
    const before = read('a', { list: [{ id: 1 }, { id: 2 }], n: 1 });
    const after = read('a', { n: 12, list: [{ id: 1 }, { id: 3 }, { id: 2 }] });
    expect(after).toEqual({ n: 12, list: [{ id: 1 }, { id: 3 }, { id: 2 }] });
    expect(after.list[0]).toBe(before.list[0]);
    expect(after.list[2]).not.toBe(before.list[1]);
    expect(read('b', after).list[0]).not.toBe(before.list[0]);
    expect(read('a', after).list).toEqual(after.list);
  });

  it('reads a text of very many values as a whole', () => {
    const parse = createJsonMemory();
    const read = (length: number) => {
      const list = Array.from({ length }, (_, id) => ({ id }));
      const found = parse('w', bytesOf(JSON.stringify({ list, n: 1 }))) as { list: object[] };
      expect(found).toEqual({ list, n: 1 });
      return found.list[0];
    };
    expect(read(9_990)).toBe(read(9_990));
    expect(read(10_000)).not.toBe(read(10_000));
  });

  it('keeps its own copy of the bytes', () => {
    const parse = createJsonMemory();
    const [given, other] = [bytesOf('{"list":[{"id":1}]}'), bytesOf('{"list":[{"id":2}]}')];
    parse('w', given);
    given.set(other);
    expect(parse('w', other)).toEqual({ list: [{ id: 2 }] });
  });

  it('forgets the longest unused when it holds too many bytes', () => {
    const parse = createJsonMemory(3 * 2_500);
    const read = (name: string) => (parse(name, bytesOf('{"list":[{"id":1}]}')) as { list: object[] }).list[0];
    const [a, b] = [read('a'), read('b')];
    read('c');
    expect(read('a')).toBe(a);
    read('d');
    expect(read('a')).toBe(a);
    expect(read('b')).not.toBe(b);
  });

  it.each([
    ['its bytes are too many', `{"a":["${'x'.repeat(9_000)}"]}`],
    ['its values take too much', `{"a":[[${Array<string>(900).fill('[]').join(',')}]]}`],
    ['it has too many items', `{"a":[${Array<string>(900).fill('[]').join(',')}]}`],
  ])('does not remember a text where %s, and forgets no other for it', (_, large) => {
    const parse = createJsonMemory(25_000);
    const itemOf = (name: string, text: string) => Object.values(parse(name, bytesOf(text)) as object)[0]?.[0];
    const small = itemOf('neighbour', '{"a":[[1]]}');
    itemOf('large', '{"a":[[1]]}');
    const read = itemOf('large', large);
    expect(read).toEqual(JSON.parse(large).a[0]);
    expect(itemOf('neighbour', '{"a":[[1]]}')).toBe(small);
    if (typeof read === 'object') expect(itemOf('large', large)).not.toBe(read);
  });

  it('throws at bytes that are no UTF-8, wherever they stand', () => {
    const parse = createJsonMemory();
    const bytes = bytesOf('{"a":["xx"],"b":"xx"}');
    for (const at of [7, 16]) {
      expect(() =>
        parse(
          'w',
          bytes.map((byte, index) => (index === at ? 0xff : byte)),
        ),
      ).toThrow();
    }
    expect(() => parse('w', bytes.with(2, 0xff))).toThrow();
  });
});
