import type { Snippet } from '@/lib/cache/explain/snippet.ts';
import type { Document } from '@/lib/document/document.ts';
import type { BlockSource } from '@/lib/prompt/block.ts';
import type { Selection } from '@/lib/store/selection.ts';

/** Where a source is edited, and which character of its own text a character of the request came from. */
export interface SourceText {
  readonly selection: Selection;
  /** The place of `snippet` in the text; where templates filled it in, `character` is the nearest that is known. */
  characterOf(snippet: Snippet, character: number): number;
}

/** The text of a source in a document; `undefined` for what has no editor, or is no longer there. */
export function sourceText(document: Document, source: BlockSource): SourceText | undefined {
  switch (source.type) {
    case 'section':
      return found(source, document.sections.find(({ id }) => id === source.id)?.text);
    case 'tool':
      return found(source, document.tools.find(({ id }) => id === source.id)?.description);
    case 'memory-file':
      return found(source, document.memoryFiles.find(({ path }) => path === source.path)?.text);
    case 'turn':
      return found(source, document.conversation.find(({ id }) => id === source.id)?.text);
    case 'prompt':
      // A log that was saved may name a prompt that there never was.
      return found(source, document.prompts[source.id]?.text);
    case 'git-status':
      return found({ type: 'git-status' }, document.gitStatus.status);
    default:
      return undefined;
  }
}

function found(selection: Selection, text: string | undefined): SourceText | undefined {
  if (text === undefined) return undefined;
  return {
    selection,
    characterOf: ({ before, changed }, character) => {
      const lead = before.replace(/^…/, '');
      const at = text.indexOf(lead + changed.replace(/…$/, ''));
      return at === -1 ? Math.min(character, text.length) : at + lead.length;
    },
  };
}
