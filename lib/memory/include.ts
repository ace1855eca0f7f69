import { blankCodeSpans } from './code-span.ts';
import { lexMarkdown } from './markdown.ts';
import { parentOf, resolvePath } from './path.ts';

/** How many includes may lie between a discovered file and the last one loaded through it (seen at Claude Code 2.1.329, 2026-11). */
export const MAX_INCLUDE_DEPTH = 5;

/** `\ ` is a space of the path; NUL stands for code. */
const INCLUDE = /(?:^|\s)@((?:\\ |[^\s\0])+)/g;
/** `./a`, `../a`, `~/a`, `/a` or a plain name: `@@`, `@(` and the like are no paths. */
const PATH_START = /^(?:\.{0,2}\/|~\/|[\p{L}\p{N}._-])/u;

/**
 * The paths that a Markdown text includes by `@path`, as written but for escapes and `#fragment`, in order, each once.
 * Marks in code blocks, code spans and closed comments are none. `undefined` when the text cannot be lexed.
 */
export function findIncludes(text: string): readonly string[] | undefined {
  if (!text.includes('@')) return [];
  const blocks = lexMarkdown(text);
  if (blocks === undefined) return undefined;
  const found = new Set<string>();
  for (const prose of blocks.flatMap((block) => block.prose)) {
    if (!prose.includes('@')) continue;
    for (const [, written = ''] of blankCodeSpans(prose).matchAll(INCLUDE)) {
      const path = (written.split('#', 1)[0] ?? '').replaceAll('\\ ', ' ');
      if (PATH_START.test(path)) found.add(path);
    }
  }
  return [...found];
}

/** The absolute path that an include in the file `includer` means. */
export function resolveInclude(path: string, includer: string, home: string): string {
  return resolvePath(parentOf(includer), path, home);
}
