import { freeName } from '@/lib/document/free-name.ts';
import type { ImportedSystemBlock } from '@/lib/prompt/imported-request.ts';
import type { Section } from '@/lib/prompt/section.ts';
import { HEADER_PREFIX } from '@/lib/prompt/system-prompt.ts';
import { blankFields, markOf } from './blank-fields.ts';
import { splitAtHeadings } from './split-at-headings.ts';

/** What a block of a system prompt is. */
export type SystemRole = 'header' | 'identity' | 'static' | 'dynamic';

export interface ReadSystem {
  readonly isSystemText: boolean;
  readonly systemBlocks: readonly ImportedSystemBlock[];
  readonly roles: readonly SystemRole[];
  readonly sections: readonly Section[];
  /** How many sections stand in the static region. */
  readonly boundary: number;
  /** Marks by the id of the request block. */
  readonly marks: Readonly<Record<string, '5m' | '1h'>>;
}

interface WireText extends Readonly<Record<string, unknown>> {
  readonly text: string;
}

/** More sections than this are not made of one prompt; its blocks are then a section each. */
const MOST_SECTIONS = 300;

/** The system prompt of a request: what each block is, and its text in sections, at the headings of its first level. */
export function readSystem(system: string | readonly WireText[] | undefined): ReadSystem {
  const isSystemText = typeof system === 'string';
  const given = isSystemText ? [{ type: 'text', text: system }] : (system ?? []);
  const texts = given.map(({ text }) => text);
  const roles = rolesOf(texts);
  const cuts = texts.map((text, index) => (isWhole(roles[index]) ? [text] : splitAtHeadings(text)));
  const isMuch = cuts.flat().length > MOST_SECTIONS;
  const sections: Section[] = [];
  let boundary: number | undefined;
  for (const [index, pieces] of cuts.entries()) {
    const role = roles[index] ?? 'dynamic';
    for (const text of isMuch ? [texts[index] ?? ''] : pieces) {
      if (role === 'dynamic' || (role === 'static' && isSessionPart(text))) boundary ??= sections.length;
      sections.push(sectionOf(text, role, blockId(index), sections));
    }
  }
  return {
    isSystemText,
    roles,
    systemBlocks: given.map((block, index) => {
      const wire = blankFields(block, { type: 'text', text: block.text });
      return { id: blockId(index), title: titleOf(roles, index), ...(wire !== undefined && { wire }) };
    }),
    sections,
    boundary: boundary ?? sections.length,
    marks: Object.fromEntries(
      given.flatMap((block, index) => {
        const ttl = markOf(block);
        return ttl ? [[`system:${blockId(index)}`, ttl]] : [];
      }),
    ),
  };
}

const blockId = (index: number): string => `block-${index + 1}`;
const isWhole = (role: SystemRole | undefined) => role === 'header' || role === 'identity';

/** The header by its first word, the identity as a single line in front of the prompt; the first block behind them is the static one. */
function rolesOf(texts: readonly string[]): SystemRole[] {
  let isStaticSeen = false;
  let isIdentitySeen = false;
  return texts.map((text, index): SystemRole => {
    if (index === 0 && text.startsWith(HEADER_PREFIX)) return 'header';
    if (!isStaticSeen && !isIdentitySeen && texts.length > index + 1 && /^You are [^\n]{1,200}$/.test(text)) {
      isIdentitySeen = true;
      return 'identity';
    }
    if (isStaticSeen) return 'dynamic';
    isStaticSeen = true;
    return 'static';
  });
}

/** What a session puts into a prompt, by the words of its heading. */
const isSessionPart = (text: string): boolean =>
  /^(?:gitStatus:|#+ *(?:environment|language|output style|mcp server|scratchpad|session|auto memory|memory)\b)/i.test(
    text,
  );

const TITLES = { header: 'Attribution header', identity: 'Identity', static: 'Static prompt' } as const;

function titleOf(roles: readonly SystemRole[], index: number): string {
  const role = roles[index] ?? 'dynamic';
  if (role !== 'dynamic') return TITLES[role];
  const place = roles.slice(0, index).filter((each) => each === 'dynamic').length + 1;
  return place === 1 ? 'Dynamic prompt' : `Dynamic prompt ${place}`;
}

function sectionOf(text: string, role: SystemRole, block: string, before: readonly Section[]): Section {
  const named = isWhole(role) ? TITLES[role as 'header'] : sectionTitle(text);
  const title = freeName(
    named,
    before.map((section) => section.title),
  );
  const word =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, '') || 'part';
  const id = freeName(
    word,
    before.map((section) => section.id),
  );
  return { id, title, text, kind: 'memoised', enabled: true, gates: [], verbatim: true, block };
}

/** A heading without its marks, else the first words. */
function sectionTitle(text: string): string {
  if (text.startsWith('gitStatus:')) return 'Git status';
  const line = /\S[^\n]*/.exec(text)?.[0] ?? '';
  const words = line
    .replace(/^#+\s*/, '')
    .replace(/[*_`]/g, '')
    .trim();
  return words.length <= LONGEST_TITLE ? words || 'Part' : `${words.slice(0, LONGEST_TITLE).replace(/\s\S*$/, '')} …`;
}

const LONGEST_TITLE = 60;
