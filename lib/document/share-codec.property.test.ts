import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyDifference } from './apply-difference.ts';
import { differenceOf } from './difference.ts';
import { anyDocument, anyEdit } from './document.arbitrary.ts';
import type { Document } from './document.ts';
import { parseDocument } from './parse-document.ts';
import { findPreset } from './preset.ts';
import { PRESETS } from './presets.ts';
import { decodeShare, encodeShare } from './share-codec.ts';

const findBase = (preset: Document['preset']) => findPreset(PRESETS, preset);

const BASE = PRESETS[0].document;

const throughLink = (document: Document, base: Document) => decodeShare(encodeShare(document, base), () => base);

describe('links, of any document', () => {
  it('SHARE-2: decode(encode(d)) = d, from the preset and from any other document', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (document, other) => {
        expect(throughLink(document, BASE)).toEqual({ ok: true, value: document });
        expect(throughLink(document, { ...other, preset: { id: 'other', version: 7 } })).toEqual({
          ok: true,
          value: document,
        });
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  it('SHARE-2: decode(encode(d)) = d, of what a person makes of the preset', () => {
    fc.assert(
      fc.property(anyEdit(BASE), (document) => {
        expect(decodeShare(encodeShare(document, BASE), findBase)).toEqual({ ok: true, value: document });
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  it('SHARE-4: apply(base, differenceOf(base, next)) = next for any JSON', () => {
    const keyed = fc.array(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), text: fc.string() }), { maxLength: 5 });
    const value = fc.oneof(fc.jsonValue(), keyed, fc.record({ list: keyed, text: fc.string({ unit: 'binary' }) }));
    fc.assert(
      fc.property(value, value, (base, next) => {
        const difference = differenceOf(base, next);
        const sent = difference === undefined ? undefined : JSON.parse(JSON.stringify(difference));
        // JSON has no −0.
        expect(applyDifference(base, sent)).toEqual({ ok: true, value: JSON.parse(JSON.stringify(next)) });
      }),
      { numRuns: 2000 },
    );
  }, 30_000);

  it('SHARE-6: whatever stands in the address bar, decoding answers', () => {
    const shaped = fc
      .tuple(
        fc.nat(3),
        fc.constantFrom('coding-agent', 'empty', 'x'),
        fc.nat(3),
        fc.base64String(),
        fc.stringMatching(/^[0-9a-f]{6}$/),
      )
      .map(([codec, id, version, payload, sum]) => `v${codec}.${id}.${version}.${payload.replace(/=/g, '')}.${sum}`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), shaped), (fragment) => {
        expect(decodeShare(fragment, findBase)).toMatchObject({ ok: false, failure: { fix: expect.any(String) } });
      }),
      { numRuns: 500 },
    );
  }, 30_000);

  it('SHARE-9: whatever difference is applied, the answer is a value or a failure', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (base, difference) => {
        expect(typeof applyDifference(base, difference).ok).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  }, 30_000);
});

describe('documents', () => {
  it('DOC-9: parse(d) = d for every document, and it never throws', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, value: document });
      }),
      { numRuns: 150 },
    );
    const anything = fc.oneof(fc.jsonValue(), fc.anything({ withBigInt: true, withDate: true, withMap: true }));
    fc.assert(
      fc.property(
        anyDocument,
        fc.dictionary(fc.constantFrom(...Object.keys(BASE)), anything),
        fc.integer({ min: 0, max: 3 }),
        (document, wrong, version) => {
          expect(typeof parseDocument({ ...document, ...wrong, version }).ok).toBe('boolean');
        },
      ),
      { numRuns: 300 },
    );
  }, 30_000);
});
