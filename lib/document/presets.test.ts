import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@/lib/cache/digest.ts';
import type { Document } from './document.ts';
import { parseDocument } from './parse-document.ts';
import { findPreset, newerPreset } from './preset.ts';
import { PRESETS } from './presets.ts';
import { decodeShare, encodeShare } from './share-codec.ts';

/** Published versions: links are differences from them, so a change of any of these texts needs a new version. */
const PUBLISHED: Readonly<Record<string, string>> = {
  'autonomous 1': 'cd2b69c7036a23f7',
  'autonomous 2': '7a4ba7b03abfdfe2',
  'coding-agent 1': 'fd64d8486cc12c33',
  'coordinator 1': '24f94b272cfe7442',
  'current-client 1': 'e132c0c2c5dbe7c3',
  'current-client 2': 'bb59a8863e6c8aa4',
  'current-client 3': '9a186aa8c6b99509',
  'empty 1': 'ff3ac5e76718ecb7',
  'local-model 1': 'e9fb9b06e9094e4a',
  'simple 1': '852f12f9123cfe22',
  'two-part 1': '06f107e8cd8e7640',
};

const VERSIONS = PRESETS.flatMap(({ document, earlier = [] }) => [document, ...earlier]);

describe('presets', () => {
  it('DOC-30: are valid documents with ids of their own', () => {
    for (const document of VERSIONS) expect(parseDocument(document)).toEqual({ ok: true, value: document });
    expect(new Set(PRESETS.map(({ document }) => document.preset.id)).size).toBe(PRESETS.length);
  });

  it('DOC-31: a published version never changes', () => {
    const digests = VERSIONS.map((document) => [
      `${document.preset.id} ${document.preset.version}`,
      sha256Hex(JSON.stringify(document)).slice(0, 16),
    ]);
    expect(Object.fromEntries(digests)).toEqual(PUBLISHED);
  });

  it('DOC-32: are found by id and version, and nothing else is', () => {
    expect(findPreset(PRESETS, { id: 'coding-agent', version: 1 })).toBe(PRESETS[0].document);
    expect(findPreset(PRESETS, { id: 'coding-agent', version: 2 })).toBeUndefined();
  });

  it('DOC-33: an earlier version is found as it was, and the newest one is known', () => {
    const old = findPreset(PRESETS, { id: 'autonomous', version: 1 });
    expect(old?.draft).toBe('Rename the config loader and fix its callers.');
    expect(newerPreset(PRESETS, { id: 'autonomous', version: 1 })?.draft).toMatch(/^<tick>/);
    expect(newerPreset(PRESETS, { id: 'autonomous', version: 2 })).toBeUndefined();
    expect(newerPreset(PRESETS, { id: 'nobody', version: 1 })).toBeUndefined();
    const edited = { ...(old as Document), draft: 'Mine.' };
    const link = encodeShare(edited, old as Document);
    expect(decodeShare(link, (preset) => findPreset(PRESETS, preset))).toEqual({ ok: true, value: edited });
  });
});
