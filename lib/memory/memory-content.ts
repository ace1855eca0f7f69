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
  /** Where in the text as it was given a limit ends what is sent, as a number of characters; absent when none does. */
  readonly cutAt?: number;
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
  const plain = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { paths, body } = splitFrontMatter(plain);
  const pieces = stripComments(body);
  const stripped = pieces?.map((piece) => piece.text).join('') ?? body;
  const begun = stripped.replace(/^(?:[ \t]*\n)+/, '');
  const whole = begun.trimEnd();
  const { kept, warning } = isEntryPoint ? truncateEntryPoint(whole) : { kept: whole };
  const includes = findIncludes(kept);
  return {
    text: warning === undefined ? kept : `${kept}\n\n> ${warning}`,
    includes: includes ?? [],
    paths,
    warnings: [
      ...(warning === undefined ? [] : [warning]),
      ...(pieces === undefined || includes === undefined ? [UNREAD] : []),
    ],
    ...(warning !== undefined && { cutAt: givenEnd(stripped.length - begun.length + kept.length) }),
  };

  /** Where so many characters of the stripped text end in the text as it was given; the front matter stands before its body. */
  function givenEnd(characters: number): number {
    let start = 0;
    const piece = (pieces ?? []).find(({ text }) => {
      start += text.length;
      return start >= characters;
    });
    const inBody = piece ? piece.end - (start - characters) : characters;
    return givenLength(source, plain.length - body.length + inBody);
  }
}

/** How long the beginning of a text is as it was given, of which so many characters are left without its mark and with LF line ends. */
function givenLength(source: string, characters: number): number {
  let at = source.startsWith('\uFEFF') ? 1 : 0;
  for (let left = characters; left > 0; left -= 1) at += source.startsWith('\r\n', at) ? 2 : 1;
  return at;
}
