import { lexMarkdown } from './markdown.ts';

/**
 * The text without the HTML comments that are blocks of its top level: those in code, inside a line, a list or a quote
 * stay, and so do one never closed and the rest of a comment's last line. `undefined` when it cannot be lexed.
 */
export function stripComments(text: string): string | undefined {
  if (!text.includes('<!--')) return text;
  return lexMarkdown(text)
    ?.map(({ raw, isHtml }) => (isHtml ? withoutLeadingComments(raw) : raw))
    .join('');
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
