import { createHash } from 'node:crypto';
import { PRESETS } from '@/lib/document/presets.ts';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { proseSource } from './bench-document.ts';

export const KINDS = ['the same again', 'a new last message', 'every text new'] as const;
type Kind = (typeof KINDS)[number];

/** Bodies of about so many bytes: always the same one; the same with another last message; one whose every text is new. */
export function emulatorBodies(bytes: number, count: number): Readonly<Record<Kind, readonly string[]>> {
  const [{ document: preset }] = PRESETS;
  const prose = proseSource();
  const bare = JSON.stringify(assemble({ ...preset, tools: [], conversation: [], draft: 'x' }, 1).built.request).length;
  const conversation = [{ id: 'long', role: 'user', text: prose(bytes - bare - 8000) }] as const;
  const document = { ...preset, tools: preset.tools.slice(0, 4), conversation };
  const body = (draft: string) => JSON.stringify(assemble({ ...document, draft }, 1).built.request);
  const again = body(prose(300));
  return {
    'the same again': Array.from({ length: count }, () => again),
    'a new last message': Array.from({ length: count }, () => body(prose(300))),
    'every text new': Array.from({ length: count }, () => renewed(again, prose)),
  };
}

/** The request with every long text exchanged for as much other prose. */
function renewed(body: string, prose: (length: number) => string): string {
  return JSON.stringify(JSON.parse(body), (key, value: unknown) =>
    (key === 'text' || key === 'description') && typeof value === 'string' && value.length > 60
      ? prose(value.length)
      : value,
  );
}

/** What no server that reads a request and keys its blocks can do without: JSON.parse, SHA-256 and JSON.stringify. */
export function parseAndHash(body: string): string {
  const text = JSON.stringify(JSON.parse(body));
  return createHash('sha256').update(text).digest('hex');
}
