import type { Ttl } from '@/lib/request/flatten-request.ts';
import type { Document } from './document.ts';
import { changeTool } from './edit-lists.ts';
import { crossBoundary, moveRow } from './edit-sections.ts';
import { changeSettings } from './edit-settings.ts';
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
  | { readonly type: 'mark-dynamic' }
  | { readonly type: 'mark'; readonly block: string; readonly mark: Ttl | 'none' }
  | { readonly type: 'use-ruled-marks' }
  | { readonly type: 'choose-model'; readonly model: string };

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
    case 'mark-dynamic':
      return changeSettings(document, 'cache', { enabled: true, markDynamic: true });
    case 'mark':
      if (document.cache.marks[fix.block] === fix.mark) return document;
      return changeSettings(document, 'cache', { marks: { ...document.cache.marks, [fix.block]: fix.mark } });
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
    case 'mark-dynamic':
      return 'Mark the dynamic prompt';
    case 'mark':
      return fix.mark === 'none'
        ? 'Take the mark off'
        : `Mark this block for ${fix.mark === '1h' ? '1 hour' : '5 minutes'}`;
    case 'use-ruled-marks':
      return 'Let the rules place the marks';
    case 'choose-model':
      return `Go back to ${fix.model}`;
  }
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
