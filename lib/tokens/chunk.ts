/** A text of fewer characters is one chunk. */
export const LEAST_CHUNK = 256;
const MOST = 1024;
const LONG_LINE = 2048;
/** What the splitter cannot join to a newline before it: it may take white space with a further newline, and a slash. */
const LINE_START = /[^\s/]|[ \t]+[^\s]/y;
const NO_PART_OF_A_WORD = /[\x20-&(-/:-@[-`{-~。，、：；！？]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/**
 * Splits a text into paragraph-sized chunks whose tokens add up to the text's: each cut falls where the vocabulary's splitter ends
 * a piece whatever stands on the other side. Cuts follow the content, so an edit changes only its own chunk (or the next).
 */
export function splitChunks(text: string): string[] {
  const chunks: string[] = [];
  let start = 0;
  while (start < text.length) {
    const lineEnd = chunkEnd(text, start);
    // One look ahead for a long line, not one for each of its chunks.
    do {
      const end = lineEnd - start > LONG_LINE ? afterWord(text, start + MOST, lineEnd) : lineEnd;
      chunks.push(text.slice(start, end));
      start = end;
    } while (start < lineEnd);
  }
  return chunks;
}

/** The first blank line after LEAST_CHUNK characters; else the last line end before MOST; else the next, however far. */
function chunkEnd(text: string, start: number): number {
  let lineEnd = 0;
  for (let cut = nextLine(text, start + 1); ; cut = nextLine(text, cut + 1)) {
    if (cut - start > MOST && lineEnd > 0) return lineEnd;
    if (cut - start > MOST || cut === text.length) return cut;
    if (cut - start < LEAST_CHUNK) continue;
    if (text[cut - 2] === '\n') return cut;
    lineEnd = cut;
  }
}

/** Where the next line starts before which a cut is safe. */
function nextLine(text: string, from: number): number {
  for (let newline = text.indexOf('\n', from - 1); newline >= 0; newline = text.indexOf('\n', newline + 1)) {
    LINE_START.lastIndex = newline + 1;
    if (LINE_START.test(text)) return newline + 1;
  }
  return text.length;
}

/** The first place between a letter or digit and a mark that cannot belong to its piece (an apostrophe can). */
function afterWord(text: string, from: number, otherwise: number): number {
  for (let cut = from; cut < otherwise; cut++) {
    if (NO_PART_OF_A_WORD.test(text[cut] ?? '') && LETTER_OR_DIGIT.test(text[cut - 1] ?? '')) return cut;
  }
  return otherwise;
}
