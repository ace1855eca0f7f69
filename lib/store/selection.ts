import { type PromptId, sourceKey } from '@/lib/prompt/block.ts';

/** What the editor shows. */
export type Selection =
  | { readonly type: 'section'; readonly id: string }
  | { readonly type: 'memory-file'; readonly path: string }
  | { readonly type: 'tool'; readonly id: string }
  | { readonly type: 'server'; readonly id: string }
  | { readonly type: 'prompt'; readonly id: PromptId }
  | { readonly type: 'git-status' }
  | { readonly type: 'turn'; readonly id: string };

export type EditorView = 'edit' | 'assembled' | 'json' | 'diff';
export type ComposeTab = 'sections' | 'flags' | 'memory' | 'tools' | 'context';

/** A key by which two selections are the same one. */
export const selectionId = (selection: Selection): string =>
  selection.type === 'server' ? `server:${selection.id}` : sourceKey(selection);
