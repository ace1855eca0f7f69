import type { RibbonPart } from '@/lib/store/analysis/analysis.ts';
import type { EditorView, Selection } from '@/lib/store/selection.ts';

/** What a click on a part of the ribbon opens: its own editor, or the assembled view where it has none. */
export function partSelection({ source }: Pick<RibbonPart, 'source'>): { selection: Selection; view: EditorView } {
  switch (source.type) {
    case 'section':
    case 'tool':
    case 'prompt':
    case 'turn':
      return { selection: source as Selection, view: 'edit' };
    case 'memory-file':
      return { selection: source, view: 'edit' };
    case 'git-status':
      return { selection: { type: 'git-status' }, view: 'edit' };
    default:
      return { selection: { type: 'git-status' }, view: 'assembled' };
  }
}
