import { splitFrontMatter } from './front-matter.ts';
import { stripComments } from './html-comment.ts';
import { findIncludes } from './include.ts';
import { memoiseByText } from './memoise-by-text.ts';
import { truncateEntryPoint } from './truncate.ts';

/** What a memory file's text says, wherever it lies. */
export interface MemoryContent {
  /** What is sent; empty when nothing is left of the file. */
  readonly text: string;
  /** Included paths as written, of what is sent only. */
  readonly includes: readonly string[];
  /** The globs of its front matter's `paths:`. */
  readonly paths: readonly string[];
  readonly warnings: readonly string[];
}

const UNREAD =
  'Too long or too tangled to be read as Markdown: sent as it is, with its comments, and its includes are not followed.';
const MAX_REMEMBERED = 8_000_000;

/** Reads a memory file's text: line ends to LF, front matter and comments off, blank lines around it too. Memoised. */
export const readMemory: (text: string) => MemoryContent = memoiseByText((text) => read(text, false), MAX_REMEMBERED);

/** As `readMemory`, and cut at the limits of an entry point `MEMORY.md`. Memoised. */
export const readEntryPoint: (text: string) => MemoryContent = memoiseByText(
  (text) => read(text, true),
  MAX_REMEMBERED,
);

function read(source: string, isEntryPoint: boolean): MemoryContent {
  const { paths, body } = splitFrontMatter(source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const stripped = stripComments(body);
  const whole = (stripped ?? body).replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  const { kept, warning } = isEntryPoint ? truncateEntryPoint(whole) : { kept: whole };
  const includes = findIncludes(kept);
  return {
    text: warning === undefined ? kept : `${kept}\n\n> ${warning}`,
    includes: includes ?? [],
    paths,
    warnings: [
      ...(warning === undefined ? [] : [warning]),
      ...(stripped === undefined || includes === undefined ? [UNREAD] : []),
    ],
  };
}
