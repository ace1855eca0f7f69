import { describe, expect, it } from 'vitest';
import { findPreset } from '@/lib/document/preset.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { decodeShare, MAX_LINK_LENGTH } from '@/lib/document/share-codec.ts';
import { describeLink, shareLink } from './share-link.ts';

const { document } = PRESETS[0];
const opened = (link: string) => decodeShare(link.slice(link.indexOf('#')), (preset) => findPreset(PRESETS, preset));

describe('the link to a document', () => {
  it('UI-9 opens to the same document', () => {
    const edited = { ...document, draft: 'Something else' };
    const link = shareLink(edited, PRESETS, 'http://localhost:3000/');
    expect(link).toMatch(/^http:\/\/localhost:3000\/#v1\.coding-agent\.1\./);
    expect(opened(link)).toEqual({ ok: true, value: edited });
  });

  it('UI-9 is a difference from the first preset when the document’s own is unknown here', () => {
    const foreign = { ...document, preset: { id: 'elsewhere', version: 3 }, draft: 'Mine' };
    expect(shareLink(foreign, PRESETS, '')).toMatch(/^#v1\.coding-agent\.1\./);
    expect(opened(shareLink(foreign, PRESETS, ''))).toEqual({ ok: true, value: foreign });
  });
});

describe('the size of a link', () => {
  const link = (length: number) => describeLink('x'.repeat(length));

  it('UI-9 is told, with a warning from where programs cut links', () => {
    expect(link(1900)).toEqual({ size: '1,900 characters', warning: undefined });
    expect(link(1901).warning).toContain('cut links');
  });

  it('UI-9 is too long where Strata would not open it again', () => {
    expect(link(MAX_LINK_LENGTH).warning).toContain('cut links');
    expect(link(MAX_LINK_LENGTH + 1).warning).toContain('will not open it');
  });
});
