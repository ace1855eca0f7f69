import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '@/lib/document/parse-document.ts';
import { findPreset } from '@/lib/document/preset.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { decodeShare, encodeShare } from '@/lib/document/share-codec.ts';
import { SAMPLE_BASE } from './capture-sample.ts';
import { exportBody } from './export-request.ts';
import { readImport } from './read-import.ts';
import { readRequest } from './read-request.ts';
import { anyBody, anyWriting } from './request.arbitrary.ts';

/** A body in each kind of capture, with the texts that must come out: where it is kept as a text, that text; where as JSON, on one line. */
function captures(body: unknown, text: string): { readonly capture: string; readonly expected: readonly string[] }[] {
  const line = JSON.stringify(body);
  const call = {
    method: 'POST',
    url: 'https://api.anthropic.com/v1/messages?beta=true',
    headers: { 'x-api-key': 'k' },
  };
  const entry = { startedDateTime: '2026-11-21T10:00:00Z', request: { ...call, postData: { text } } };
  const trace = { request: { timestamp: 1_763_700_000, ...call, body }, response: { body: {} } };
  const tap = { timestamp: '2026-11-21T10:00:00Z', turn: 1, request: { method: 'POST', path: '/v1/messages', body } };
  const lhar = { type: 'entry', raw: { request_body: body, response_body: {} } };
  const lines = (...values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join('\n');
  return [
    { capture: JSON.stringify({ log: { entries: [entry, entry] } }), expected: [text, text] },
    { capture: lines(trace, trace), expected: [line, line] },
    { capture: lines(tap, tap, tap), expected: [line, line, line] },
    { capture: lines({ type: 'session' }, lhar), expected: [line] },
    { capture: `curl https://api.anthropic.com/v1/messages -d '${text.replaceAll("'", "'\\''")}'`, expected: [text] },
  ];
}

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

  it('IMPORT-5, IMPORT-20: is found in any capture, and given back byte for byte as it was captured', () => {
    fc.assert(
      fc.property(anyBody, anyWriting, (body, write) => {
        const text = write(body);
        for (const { capture, expected } of captures(body, text)) {
          const read = readImport(capture);
          const found = read.ok && read.value.type === 'requests' ? read.value.requests : [];
          expect(found.map((each) => each.body)).toEqual(expected);
          for (const each of found) {
            const request = readRequest(each.body, SAMPLE_BASE, 'x');
            expect(request.ok && exportBody(request.value.document)).toBe(each.body);
          }
        }
      }),
      { numRuns: 100 },
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
