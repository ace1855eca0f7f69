import type { Document } from '@/lib/document/document.ts';
import { changeSection } from '@/lib/document/edit-sections.ts';
import { PRESETS } from '@/lib/document/presets.ts';
import { assemble } from '@/lib/store/analysis/assembly.ts';
import { seededRandom } from './random.ts';

/** The section that is typed in: the longest static one, so that the page opens on it. */
const EDITED_SECTION = 'doing_tasks';
const EDITED_LENGTH = 9000;
const PART_LENGTH = 6000;

const [{ document: PRESET }] = PRESETS;

/** A document whose request is about so many bytes of JSON: the preset, one section of 9 KB, and parts of 6 KB, every second one a turn. */
export function benchDocument(bytes: number): Document {
  const prose = proseSource();
  let document = changeSection(PRESET, EDITED_SECTION, { text: prose(EDITED_LENGTH) });
  for (let missing = bytes - requestBytes(document), part = 0; missing > 0; part += 1) {
    const text = prose(Math.min(missing, PART_LENGTH));
    document = part % 2 === 0 ? withTurn(document, part, text) : withSection(document, part, text);
    missing -= text.length;
  }
  return document;
}

export const requestBytes = (document: Document): number => JSON.stringify(assemble(document, 1).built.request).length;

/** The section that is typed in, of a document from here. */
export function editedSection(document: Document): Document['sections'][number] {
  const section = document.sections.find(({ id }) => id === EDITED_SECTION);
  if (!section) throw new Error(`The document has no section ${EDITED_SECTION}.`);
  return section;
}

/** A document after one more letter in the middle of its 9 KB section. */
export function typeInto(document: Document, index: number): Document {
  const { text } = editedSection(document);
  const at = Math.floor(EDITED_LENGTH / 2) + index;
  return changeSection(document, EDITED_SECTION, { text: text.slice(0, at) + typedLetter(index) + text.slice(at) });
}

/** What a person types, letter by letter. */
export const typedLetter = (index: number): string => TYPED[index % TYPED.length] ?? ' ';

const TYPED = 'Before you change a file, read it whole; after 2 failed attempts, stop and ask. ';

function withSection(document: Document, part: number, text: string): Document {
  const section = {
    id: `part-${part}`,
    title: `Part ${part}`,
    text,
    kind: 'memoised',
    enabled: true,
    gates: [],
  } as const;
  return { ...document, sections: [section, ...document.sections], boundary: document.boundary + 1 };
}

function withTurn(document: Document, part: number, text: string): Document {
  const role = part % 4 === 0 ? 'user' : 'assistant';
  return { ...document, conversation: [...document.conversation, { id: `part-${part}`, role, text }] };
}

/** Prose without end and without repetition: the preset's own sentences, their words exchanged at random (but always alike). */
export function proseSource(): (length: number) => string {
  const words = PRESET.sections.flatMap(({ text }) => text.replaceAll(/[{}#/^]/g, '').split(/\s+/)).filter(Boolean);
  const random = seededRandom(1);
  return (length) => {
    let text = '';
    while (text.length < length) {
      const line = Array.from({ length: 8 + random(14) }, () => words[random(words.length)]).join(' ');
      text += `${random(3) === 0 ? '\n' : ''}- ${line}\n`;
    }
    return text.slice(0, length).trimEnd();
  };
}
