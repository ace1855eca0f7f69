import { lexMarkdown } from './markdown.ts';

/** A stretch of a text that is kept, and where it ends in that text, as a number of characters. */
export interface KeptPiece {
  readonly text: string;
  readonly end: number;
}

/**
 * The text without the HTML comments that are blocks of its top level, piece by piece: those in code, inside a line, a list or a quote
 * stay, and so do one never closed and the rest of a comment's last line. `undefined` when it cannot be lexed.
 */
export function stripComments(text: string): readonly KeptPiece[] | undefined {
  const blocks = text.includes('<!--') ? lexMarkdown(text) : [{ raw: text, isHtml: false }];
  if (blocks === undefined) return undefined;
  const kept: KeptPiece[] = [];
  let end = 0;
  let isBehindComment = false;
  /** How many line ends the text kept so far ends with; before all text there are enough. */
  let lineEnds = Number.POSITIVE_INFINITY;
  for (const { raw, isHtml } of blocks) {
    end += raw.length;
    const rest = isHtml ? withoutLeadingComments(raw) : raw;
    if (rest === '') isBehindComment = true;
    else if (isBehindComment && rest.trim() === '') {
      // Blank lines on both sides of a comment become those of the side that has more.
      const more = Math.max(0, rest.split('\n').length - 1 - lineEnds);
      kept.push({ text: '\n'.repeat(more), end });
      lineEnds += more;
    } else {
      kept.push({ text: rest, end });
      lineEnds = lineEndsOf(rest);
      isBehindComment = false;
    }
  }
  return kept;
}

function withoutLeadingComments(html: string): string {
  let at = 0;
  for (;;) {
    const start = at + html.slice(at).search(/\S|$/);
    const end = html.startsWith('<!--', start) ? commentEnd(html, start) : -1;
    if (end === -1) break;
    at = end;
  }
  const rest = html.slice(at);
  return rest.trim() === '' ? '' : rest;
}

/** Behind the comment that begins at `start`, or -1 when it is not closed. `<!-->` and `<!--->` are whole comments. */
function commentEnd(html: string, start: number): number {
  const close = html.indexOf('-->', start + 2);
  return close === -1 ? -1 : close + 3;
}

function lineEndsOf(text: string): number {
  let start = text.length;
  while (text[start - 1] === '\n') start -= 1;
  return text.length - start;
}
