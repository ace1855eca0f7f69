import { changedFields } from '@/lib/document/changed-fields.ts';
import type { Document } from '@/lib/document/document.ts';
import { resetSection } from '@/lib/document/edit-sections.ts';
import { changePrompt } from '@/lib/document/edit-settings.ts';
import { isSameValue } from '@/lib/document/same-value.ts';
import type { Selection } from '@/lib/store/selection.ts';
import type { EditorText } from './editor-text.ts';
import { findSubject } from './subject.ts';

/** An id for a copy of a section that no section has yet. */
export function idForCopy({ sections }: Document, id: string): string {
  const taken = new Set(sections.map((each) => each.id));
  let number = 1;
  const copyId = () => (number === 1 ? `${id}_copy` : `${id}_copy_${number}`);
  while (taken.has(copyId())) number += 1;
  return copyId();
}

/** What to show once a section is gone: the next one, else the one before. */
export function selectionAfterRemoval({ sections }: Document, id: string): Selection {
  const index = sections.findIndex((each) => each.id === id);
  const heir = sections[index + 1] ?? sections[index - 1];
  return heir ? { type: 'section', id: heir.id } : { type: 'git-status' };
}

/** What is selected as the preset has it, words and settings; what the preset does not have stays. */
export function resetToPreset(document: Document, preset: Document, selection: Selection): Document {
  switch (selection.type) {
    case 'section':
      return resetSection(document, preset, selection.id);
    case 'tool':
      return changedFields(document, { tools: withOriginal(document.tools, preset.tools, selection.id) });
    case 'server':
      return changedFields(document, {
        mcpServers: withOriginal(document.mcpServers, preset.mcpServers, selection.id),
      });
    case 'turn':
      return changedFields(document, {
        conversation: withOriginal(document.conversation, preset.conversation, selection.id),
      });
    case 'prompt':
      return changePrompt(document, selection.id, preset.prompts[selection.id]);
    case 'git-status':
      return changedFields(document, { gitStatus: preset.gitStatus });
    case 'memory-file':
      return textPairs(document, preset, selection).reduce(
        (next, { current, original }) => current.write(next, original),
        document,
      );
  }
}

function withOriginal<T extends { readonly id: string }>(
  items: readonly T[],
  originals: readonly T[],
  id: string,
): readonly T[] {
  const original = originals.find((each) => each.id === id);
  return original ? items.map((each) => (each.id === id ? original : each)) : items;
}

/** The item behind a selection, for comparison. */
function itemOf(document: Document, selection: Selection): object | undefined {
  switch (selection.type) {
    case 'section':
      return document.sections.find(({ id }) => id === selection.id);
    case 'tool':
      return document.tools.find(({ id }) => id === selection.id);
    case 'server':
      return document.mcpServers.find(({ id }) => id === selection.id);
    case 'turn':
      return document.conversation.find(({ id }) => id === selection.id);
    case 'prompt':
      return document.prompts[selection.id];
    case 'git-status':
      return document.gitStatus;
    case 'memory-file':
      return document.memoryFiles.find(({ path }) => path === selection.path);
  }
}

/** Is what is selected in the preset as well, but not like this? */
export function differsFromPreset(document: Document, preset: Document, selection: Selection): boolean {
  const item = itemOf(document, selection);
  const original = itemOf(preset, selection);
  return item !== undefined && original !== undefined && !isSameValue(item, original);
}

/** A text that is not the preset's, with the preset's. */
export interface TextPair {
  readonly current: EditorText;
  readonly original: string;
}

/** The texts of a selection that differ from the preset's; a text that the preset does not have differs from nothing. */
export function textPairs(document: Document, preset: Document, selection: Selection): TextPair[] {
  const originals = new Map(findSubject(preset, selection)?.texts.map(({ key, text }) => [key, text]));
  return (findSubject(document, selection)?.texts ?? []).flatMap((current) => {
    const original = originals.get(current.key);
    return original === undefined || original === current.text ? [] : [{ current, original }];
  });
}
