import fc from 'fast-check';
import { anyFlags, anyPromptInput, anyText } from '@/lib/prompt/prompt-input.arbitrary.ts';
import { DOCUMENT_VERSION, type Document } from './document.ts';

const name = anyText(20).filter((text) => text.length > 0);

const dollars = fc.double({ min: 0, max: 1_000_000, noNaN: true });
const price = fc.record(
  {
    batch: fc.boolean(),
    own: fc.dictionary(
      name.filter((key) => key !== '__proto__'),
      fc.record({ input: dollars, cacheRead: dollars, output: dollars }, { requiredKeys: [] }),
      { maxKeys: 3, noNullPrototype: true },
    ),
  },
  { requiredKeys: [] },
);

/** Any document that the schema lets through. Record keys that JavaScript keeps for itself are left out: zod drops them. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .record({
    input: anyPromptInput,
    preset: fc.record({ id: name, version: fc.integer({ min: 1, max: 99 }) }),
    title: anyText(),
    model: name,
    maxTokens: fc.integer({ min: 1, max: 1_000_000 }),
    cache: fc.record(
      {
        enabled: fc.boolean(),
        markDynamic: fc.boolean(),
        markLastUserBlock: fc.boolean(),
        sendScope: fc.boolean(),
        automatic: fc.boolean(),
        marks: fc.dictionary(
          name.filter((key) => key !== '__proto__'),
          fc.constantFrom('5m' as const, '1h' as const, 'none' as const),
          { maxKeys: 4, noNullPrototype: true },
        ),
      },
      { requiredKeys: ['enabled', 'markDynamic', 'markLastUserBlock', 'sendScope', 'marks'] },
    ),
    backend: name,
    price: fc.option(price, { nil: undefined }),
  })
  .map(({ input, price: terms, ...rest }) => ({
    ...input,
    ...rest,
    ...(terms && { price: terms }),
    version: DOCUMENT_VERSION,
  }));

/** A document as a person leaves it: `base` with sections moved, edited, added and taken away, other flags, other texts. */
export const anyEdit = (base: Document): fc.Arbitrary<Document> =>
  fc
    .record({
      other: anyDocument,
      flags: fc.oneof(fc.constant(base.flags), anyFlags),
      sections: fc.shuffledSubarray([...base.sections]),
      inserted: anyText(),
      at: fc.nat(400),
      removed: fc.nat(60),
      edited: fc.nat(9),
      conversation: fc.subarray([...base.conversation]),
      takes: fc.subarray([
        'tools',
        'memoryFiles',
        'environment',
        'prompts',
        'cache',
        'gitStatus',
        'draft',
        'price',
      ] as const),
    })
    .map(({ other, flags, sections, inserted, at, removed, edited, conversation, takes }) => {
      const own = new Set(base.sections.map(({ id }) => id));
      const added = other.sections.filter(({ id }) => !own.has(id));
      const changed = sections.map((section, index) =>
        index === edited
          ? { ...section, text: section.text.slice(0, at) + inserted + section.text.slice(at + removed) }
          : section,
      );
      return {
        ...base,
        ...Object.fromEntries(takes.flatMap((field) => (other[field] === undefined ? [] : [[field, other[field]]]))),
        flags,
        conversation,
        sections: [...changed, ...added],
        boundary: Math.min(base.boundary, changed.length + added.length),
      };
    });
