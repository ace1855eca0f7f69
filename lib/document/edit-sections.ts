import type { Section, SectionKind } from '@/lib/prompt/section.ts';
import { changedFields } from './changed-fields.ts';
import type { Document } from './document.ts';

/** A row of the sections list: a section, or the boundary between the regions. */
export type SectionRow = { readonly type: 'section'; readonly section: Section } | { readonly type: 'boundary' };

/** The sections in order with the boundary as a row of its own: what is before it is static. */
export function sectionRows({ sections, boundary }: Pick<Document, 'sections' | 'boundary'>): SectionRow[] {
  const rows = sections.map((section): SectionRow => ({ type: 'section', section }));
  return [...rows.slice(0, boundary), { type: 'boundary' }, ...rows.slice(boundary)];
}

/** Moves a row, section or boundary, to another place; a section that crosses the boundary changes region. */
export function moveRow(document: Document, from: number, to: number): Document {
  const rows = sectionRows(document);
  const row = rows[from];
  if (!row || from === to || to < 0 || to >= rows.length) return document;
  const moved = rows.toSpliced(from, 1).toSpliced(to, 0, row);
  return {
    ...document,
    sections: moved.flatMap((each) => (each.type === 'section' ? [each.section] : [])),
    boundary: moved.findIndex((each) => each.type === 'boundary'),
  };
}

export function changeSection(document: Document, id: string, change: Partial<Omit<Section, 'id'>>): Document {
  const sections = document.sections.map((each) => (each.id === id ? { ...each, ...change } : each));
  return changedFields(document, { sections });
}

/** Adds a section behind another one, or at the end of the dynamic region. */
export function addSection(document: Document, section: Section, afterId?: string): Document {
  const after = document.sections.findIndex((each) => each.id === afterId);
  const at = after === -1 ? document.sections.length : after + 1;
  const isStatic = after !== -1 && after < document.boundary;
  return {
    ...document,
    sections: document.sections.toSpliced(at, 0, section),
    boundary: document.boundary + (isStatic ? 1 : 0),
  };
}

export function removeSection(document: Document, id: string): Document {
  const at = document.sections.findIndex((each) => each.id === id);
  if (at === -1) return document;
  return {
    ...document,
    sections: document.sections.toSpliced(at, 1),
    boundary: document.boundary - (at < document.boundary ? 1 : 0),
  };
}

/** Gives a section back the preset's own words and settings; one that the preset does not have stays. */
export function resetSection(document: Document, preset: Document, id: string): Document {
  const original = preset.sections.find((each) => each.id === id);
  return original ? putSection(document, original) : document;
}

/** Gives all sections back the preset's words, settings and order; sections of one's own go. */
export function resetSections(document: Document, { sections, boundary }: Document): Document {
  return changedFields(document, { sections, boundary });
}

/** Puts a copy with an id of its own behind a section, in the same region. */
export function copySection(document: Document, id: string, copyId: string): Document {
  const original = document.sections.find((each) => each.id === id);
  return original ? addSection(document, { ...original, id: copyId, title: `${original.title} (copy)` }, id) : document;
}

/** Moves a section to the other region, beside the boundary: the last static one, or the first dynamic one. */
export function crossBoundary(document: Document, id: string): Document {
  const at = document.sections.findIndex((each) => each.id === id);
  return at === -1 ? document : moveRow(document, at < document.boundary ? at : at + 1, document.boundary);
}

/** Sends a section as a reminder of its own, or with the others; off leaves no trace. */
export function setSectionReminder(document: Document, id: string, isOn: boolean): Document {
  const section = document.sections.find((each) => each.id === id);
  if (!section || (section.reminder ?? false) === isOn) return document;
  const { reminder: _, ...rest } = section;
  return putSection(document, isOn ? { ...rest, reminder: true } : rest);
}

/** Makes a section memoised, or volatile for a reason, which such a section must carry. */
export function setSectionKind(document: Document, id: string, kind: SectionKind, reason: string): Document {
  const section = document.sections.find((each) => each.id === id);
  if (!section || section.kind === kind) return document;
  const { reason: _, ...rest } = section;
  return putSection(document, kind === 'volatile' ? { ...rest, kind, reason } : { ...rest, kind });
}

function putSection(document: Document, section: Section): Document {
  const sections = document.sections.map((each) => (each.id === section.id ? section : each));
  return changedFields(document, { sections });
}
