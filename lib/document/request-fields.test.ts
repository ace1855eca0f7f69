import { describe, expect, it } from 'vitest';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { countChanges } from './count-changes.ts';
import { parseDocument } from './parse-document.ts';
import { PRESETS } from './presets.ts';
import { changeRequestFields, requestFieldsFault } from './request-fields.ts';
import { decodeShare, encodeShare } from './share-codec.ts';

const [{ document }] = PRESETS;

describe('other fields of the request', () => {
  const text = '{"thinking": {"type": "adaptive"}, "output_config": {"effort": "low"}}';
  const changed = changeRequestFields(document, text);

  it('REQUEST-34: are sent as they are, and leave no trace when they are emptied', () => {
    const { request } = assemble(changed, 1).built;
    expect(Object.keys(request)).toEqual([
      'model',
      'max_tokens',
      'thinking',
      'output_config',
      'tools',
      'system',
      'messages',
    ]);
    expect(request).toMatchObject(JSON.parse(text));
    expect(changeRequestFields(changed, ' ')).toEqual(document);
    expect(changeRequestFields(document, '')).toBe(document);
    expect(countChanges(changed, document)).toBe(1);
  });

  it('REQUEST-34: are saved and linked with the document', () => {
    expect(parseDocument(changed)).toEqual({ ok: true, value: changed });
    expect(decodeShare(encodeShare(changed, document), () => document)).toEqual({ ok: true, value: changed });
  });

  it.each([
    ['{"a": ', /no JSON yet/],
    ['[1]', /JSON object/],
    ['null', /JSON object/],
    ['{"messages": []}', /^messages is written/],
    ['{"stream": true}', /^stream is written/],
    [`{"a": "${'x'.repeat(100_000)}"}`, /at most/],
  ])('REQUEST-34: that cannot be sent are refused: %s', (wrong, reason) => {
    expect(requestFieldsFault(wrong)).toMatch(reason);
    expect(parseDocument({ ...document, fields: wrong }).ok).toBe(false);
  });
});
