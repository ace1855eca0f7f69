import { describe, expect, it } from 'vitest';
import { memoDigest, sha256Hex } from '@/lib/cache/digest.ts';
import type { Document } from '@/lib/document/document.ts';
import { changeSection } from '@/lib/document/edit-sections.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { analyse } from '@/lib/store/analysis/analyse.ts';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { flipFlag } from '@/lib/store/analysis/flag-effect.ts';
import { tabCounts } from './tab-counts.ts';

const preset = PRESETS[0].document;
const count = ({ length }: string) => ({ tokens: length, low: length, high: length, method: 'estimate' }) as const;
const counts = (document: Document) =>
  tabCounts(document.flags, analyse(assemble(document, 1), { count, digest: memoDigest(sha256Hex), now: 0 }));

describe('the figures on the tabs', () => {
  it('count what is sent', () => {
    const before = counts(preset);
    expect(before).toMatchObject({ flags: 0, tools: 15, context: undefined });
    expect(before.memory).toBeGreaterThan(2);
    const off = changeSection(preset, 'intro', { enabled: false });
    expect(counts(off).sections).toBe((before.sections ?? 0) - 1);
    expect(counts(flipFlag(preset, 'VOICE_MODE')).sections).toBe((before.sections ?? 0) + 1);
  });

  it('count flags that differ from their default, whichever way', () => {
    expect(counts(flipFlag(preset, 'VOICE_MODE')).flags).toBe(1);
    expect(counts(flipFlag(preset, 'global_cache_scope')).flags).toBe(1);
    expect(counts(flipFlag(preset, 'CLAUDE_CODE_DISABLE_CLAUDE_MDS'))).toMatchObject({ flags: 1, memory: 0 });
  });

  it('are not known before the first analysis, but for the flags', () => {
    expect(tabCounts(preset.flags, undefined)).toMatchObject({ sections: undefined, flags: 0, tools: undefined });
  });
});
