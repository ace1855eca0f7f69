import { readEntryPoint } from '@/lib/memory/memory-content.ts';
import { normalizePath } from '@/lib/memory/path.ts';
import type { BlockSource } from '@/lib/prompt/block.ts';
import type { Ttl } from '@/lib/request/flatten-request.ts';
import type { Document } from './document.ts';
import { changeMemoryFile, changeTool } from './edit-lists.ts';
import { crossBoundary, moveRow } from './edit-sections.ts';
import { changePrompt, changeSettings, switchAutomatic } from './edit-settings.ts';
import { sortTools } from './edit-tools.ts';

/** An edit that mends what breaks the cache; each is one undoable step. */
export type Fix =
  | { readonly type: 'move-behind-boundary'; readonly section: string }
  | { readonly type: 'move-last'; readonly section: string }
  | { readonly type: 'sort-tools' }
  | { readonly type: 'defer-tools'; readonly tools: readonly string[] }
  | { readonly type: 'pin-ttl'; readonly ttl: Ttl }
  | { readonly type: 'drop-header' }
  | { readonly type: 'drop-git-status' }
  | { readonly type: 'drop-date' }
  | { readonly type: 'take-out'; readonly source: EditedText; readonly words: string }
  | { readonly type: 'cut-memory-file'; readonly path: string }
  | { readonly type: 'mark-dynamic' }
  | { readonly type: 'mark'; readonly block: string; readonly mark: Ttl | 'none'; readonly title?: string }
  | { readonly type: 'automatic-off' }
  | { readonly type: 'use-ruled-marks' }
  | { readonly type: 'choose-model'; readonly model: string };

/** A text of the document that is sent as a person wrote it. */
export type EditedText = Extract<BlockSource, { readonly type: 'tool' | 'memory-file' | 'prompt' }>;

/** The document mended; the very same when there is nothing to mend. */
export function applyFix(document: Document, fix: Fix): Document {
  switch (fix.type) {
    case 'move-behind-boundary': {
      const at = document.sections.findIndex(({ id }) => id === fix.section);
      return at !== -1 && at < document.boundary ? crossBoundary(document, fix.section) : document;
    }
    case 'move-last': {
      const at = document.sections.findIndex(({ id }) => id === fix.section);
      if (at === -1) return document;
      return moveRow(document, at < document.boundary ? at : at + 1, document.sections.length);
    }
    case 'sort-tools': {
      const groups = new Set(document.tools.map(({ server }) => server));
      return [...groups].reduce(sortTools, document);
    }
    case 'defer-tools': {
      const missing = fix.tools.filter((id) => document.tools.some((each) => each.id === id && !each.deferrable));
      const deferred = missing.reduce((each, id) => changeTool(each, id, { deferrable: true }), document);
      return withFlag(deferred, 'tool_search', true);
    }
    case 'pin-ttl':
      return pinTtl(document, fix.ttl);
    case 'drop-header':
      return withFlag(document, 'CLAUDE_CODE_ATTRIBUTION_HEADER_0', true);
    case 'drop-git-status':
      return withFlag(document, 'include_git_instructions', false);
    case 'drop-date':
      return changeSettings(document, 'environment', { today: '' });
    case 'take-out':
      return changeText(document, fix.source, (text) => without(text, fix.words));
    case 'cut-memory-file':
      return changeText(document, { type: 'memory-file', path: fix.path }, (text) =>
        text.slice(0, readEntryPoint(text).cutAt),
      );
    case 'mark-dynamic':
      return changeSettings(document, 'cache', { enabled: true, markDynamic: true });
    case 'mark':
      if (document.cache.marks[fix.block] === fix.mark) return document;
      return changeSettings(document, 'cache', { marks: { ...document.cache.marks, [fix.block]: fix.mark } });
    case 'automatic-off':
      return document.cache.automatic ? switchAutomatic(document, false) : document;
    case 'use-ruled-marks':
      if (document.cache.enabled && Object.keys(document.cache.marks).length === 0) return document;
      return changeSettings(document, 'cache', { enabled: true, marks: {} });
    case 'choose-model':
      return document.model === fix.model ? document : { ...document, model: fix.model };
  }
}

/** What the fix does, as the words on its button. */
export function fixLabel(fix: Fix, document: Document): string {
  const titleOf = (id: string) => document.sections.find((each) => each.id === id)?.title ?? id;
  switch (fix.type) {
    case 'move-behind-boundary':
      return `Move ${titleOf(fix.section)} behind the boundary`;
    case 'move-last':
      return `Move ${titleOf(fix.section)} to the end`;
    case 'sort-tools':
      return 'Sort the tools by name';
    case 'defer-tools': {
      const [only, ...more] = fix.tools.map((id) => document.tools.find((each) => each.id === id)?.name ?? id);
      return more.length === 0 ? `Load ${only} on demand` : `Load ${fix.tools.length} tools on demand`;
    }
    case 'pin-ttl':
      return fix.ttl === '1h' ? 'Keep entries for 1 hour' : 'Keep entries for 5 minutes';
    case 'drop-header':
      return 'Drop the attribution header';
    case 'drop-git-status':
      return 'Leave git status out';
    case 'drop-date':
      return 'Leave the date out';
    case 'take-out':
      return `Take “${fix.words.length > 24 ? `${fix.words.slice(0, 23)}…` : fix.words}” out`;
    case 'cut-memory-file':
      return 'Keep only what is sent of it';
    case 'mark-dynamic':
      return 'Mark the dynamic prompt';
    case 'mark':
      return fix.mark === 'none'
        ? 'Take the mark off'
        : `Mark ${fix.title ?? 'this block'} for ${fix.mark === '1h' ? '1 hour' : '5 minutes'}`;
    case 'automatic-off':
      return 'Switch automatic caching off';
    case 'use-ruled-marks':
      return 'Let the rules place the marks';
    case 'choose-model':
      return `Go back to ${fix.model}`;
  }
}

/** A text with another in its place; the very same document where there is no such text, or it stays as it is. */
function changeText(document: Document, source: EditedText, change: (text: string) => string): Document {
  const before = textOf(document, source);
  return before === undefined ? document : withText(document, source, change(before));
}

function textOf(document: Document, source: EditedText): string | undefined {
  switch (source.type) {
    case 'tool':
      return document.tools.find(({ id }) => id === source.id)?.description;
    case 'memory-file':
      return memoryFile(document, source.path)?.text;
    case 'prompt':
      return document.prompts[source.id].text;
  }
}

function withText(document: Document, source: EditedText, text: string): Document {
  switch (source.type) {
    case 'tool':
      return changeTool(document, source.id, { description: text });
    case 'memory-file':
      return changeMemoryFile(document, memoryFile(document, source.path)?.path ?? source.path, text);
    case 'prompt':
      return changePrompt(document, source.id, { text });
  }
}

/** The file that is sent under a path: the document has it as it was typed, what is sent names it normalised, and the last one counts. */
const memoryFile = ({ memoryFiles }: Document, path: string): Document['memoryFiles'][number] | undefined =>
  memoryFiles.findLast((file) => normalizePath(file.path) === normalizePath(path));

/** A text without the first of these words, and without the space that would be left double. */
function without(text: string, words: string): string {
  const at = text.indexOf(words);
  if (at === -1 || words === '') return text;
  const behind = text.slice(at + words.length);
  return text.slice(0, at).endsWith(' ') && behind.startsWith(' ')
    ? text.slice(0, at) + behind.slice(1)
    : text.slice(0, at) + behind;
}

/** Every mark with one TTL, those set by hand too. */
function pinTtl(document: Document, ttl: Ttl): Document {
  const marks = Object.fromEntries(
    Object.entries(document.cache.marks).map(([id, mark]) => [id, mark === 'none' ? mark : ttl]),
  );
  const isSame = Object.entries(marks).every(([id, mark]) => document.cache.marks[id] === mark);
  const marked = isSame ? document : changeSettings(document, 'cache', { marks });
  return withFlag(marked, 'one_hour_ttl', ttl === '1h');
}

function withFlag(document: Document, flag: keyof Document['flags'], value: boolean): Document {
  return document.flags[flag] === value ? document : { ...document, flags: { ...document.flags, [flag]: value } };
}
