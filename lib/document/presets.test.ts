import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/cache/digest.ts';
import { parseDocument } from './parse-document.ts';
import { findPreset } from './preset.ts';
import { PRESETS } from './presets.ts';

/** Published versions: links are differences from them, so a change of any of these texts needs a new version. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'autonomous 1': 'cd2b69c7036a23f7',
  'coding-agent 1': 'fd64d8486cc12c33',
  'coordinator 1': '24f94b272cfe7442',
  'empty 1': 'ff3ac5e76718ecb7',
  'simple 1': '852f12f9123cfe22',
};

describe('presets', () => {
  it('DOC-30: are valid documents with ids of their own', () => {
    for (const { document } of PRESETS) expect(parseDocument(document)).toEqual({ ok: true, value: document });
    expect(new Set(PRESETS.map(({ document }) => document.preset.id)).size).toBe(PRESETS.length);
  });

  it('DOC-31: a published version never changes', () => {
    const digests = PRESETS.map(({ document }) => [
      `${document.preset.id} ${document.preset.version}`,
      sha256Hex(JSON.stringify(document)).slice(0, 16),
    ]);
    expect(Object.fromEntries(digests)).toEqual(PUBLISHED);
  });

  it('DOC-32: are found by id and version, and nothing else is', () => {
    expect(findPreset(PRESETS, { id: 'coding-agent', version: 1 })).toBe(PRESETS[0].document);
    expect(findPreset(PRESETS, { id: 'coding-agent', version: 2 })).toBeUndefined();
  });
});
