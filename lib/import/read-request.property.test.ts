import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '@/lib/document/parse-document.ts';
import { findPreset } from '@/lib/document/preset.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { decodeShare, encodeShare } from '@/lib/document/share-codec.ts';
import { SAMPLE_BASE } from './capture-sample.ts';
import { exportBody } from './export-request.ts';
import { readRequest } from './read-request.ts';
import { anyBody, anyWriting } from './request.arbitrary.ts';

describe('any imported request', () => {
  it('IMPORT-20: is given back byte for byte by an export without an edit', () => {
    fc.assert(
      fc.property(anyBody, anyWriting, (body, write) => {
        const text = write(body);
        const read = readRequest(text, SAMPLE_BASE, 'x');
        expect(read.ok).toBe(true);
        if (!read.ok) return;
        expect(exportBody(read.value.document)).toBe(text);
        expect(read.value.isExact).toBe(true);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('IMPORT-21: is a valid document, and survives saving and a link', () => {
    fc.assert(
      fc.property(anyBody, anyWriting, (body, write) => {
        const read = readRequest(write(body), SAMPLE_BASE, 'x');
        if (!read.ok) throw new Error(read.failure.message);
        const { document } = read.value;
        expect(parseDocument(JSON.parse(JSON.stringify(document)))).toEqual({ ok: true, value: document });
        expect(decodeShare(encodeShare(document, SAMPLE_BASE), (preset) => findPreset(PRESETS, preset))).toEqual({
          ok: true,
          value: document,
        });
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
