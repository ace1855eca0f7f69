import type { Document } from '@/lib/document/document.ts';
import { findPreset, type PresetList } from '@/lib/document/preset.ts';
import { encodeShare, MAX_LINK_LENGTH } from '@/lib/document/share-codec.ts';

/** Chat tools and mail programs cut links near this length. */
const SAFE_LENGTH = 1900;

/** The link to a document; one whose preset is unknown here is shared as its difference from the first preset. */
export function shareLink(document: Document, presets: PresetList, address: string): string {
  const base = findPreset(presets, document.preset) ?? presets[0].document;
  return `${address}#${encodeShare(document, base)}`;
}

export function describeLink(link: string): { size: string; warning: string | undefined } {
  const length = link.length.toLocaleString('en-US');
  if (link.length > MAX_LINK_LENGTH) {
    return {
      size: `${length} characters`,
      warning: 'This is longer than a link may be; Strata will not open it. Shorten the texts.',
    };
  }
  return {
    size: `${length} characters`,
    warning:
      link.length > SAFE_LENGTH
        ? 'Some chat and mail programs cut links this long. Check that it arrives whole.'
        : undefined,
  };
}
