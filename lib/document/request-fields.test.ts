import { describe, expect, it } from 'vitest';
import { exportBody } from '@/lib/import/export-request.ts';
import { readRequest } from '@/lib/import/read-request.ts';
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

  it('REQUEST-34: of an imported request take the place of its own', () => {
    const body = {
      model: 'claude-opus-5-5',
      thinking: { type: 'adaptive' },
      max_tokens: 9,
      stream: true,
      messages: [],
    };
    const messages = [{ role: 'user', content: 'Hello' }];
    const read = readRequest(JSON.stringify({ ...body, messages }), document, 'x');
    if (!read.ok) throw new Error(read.failure.message);
    const changed = changeRequestFields(read.value.document, '{"thinking": {"type": "disabled"}, "top_k": 4}');
    expect(exportBody(changed)).toBe(JSON.stringify({ ...body, thinking: { type: 'disabled' }, messages, top_k: 4 }));
    expect(exportBody(changeRequestFields(changed, ''))).toBe(JSON.stringify({ ...body, messages }));
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
