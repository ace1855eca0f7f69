import type { ContextPart } from '@/lib/prompt/turn-block.ts';

/** The heading of a memory file in a reminder: its path, and mostly what kind of file it is. */
const HEADING = /^Contents of (\/[^\n]*?)(?: \([^\n]*\))?:\n\n/gm;

/** Where the last file's text ends: the frame goes on with a heading of its own, a closing note, or the closing tag. */
const FRAME =
  /\n+(?:# (?:currentDate|userEmail|gitStatus|claudeMd|environment)\b|[ \t]*IMPORTANT: |This background may |<\/system-reminder>)/;

export interface ReadReminder {
  readonly parts: readonly ContextPart[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/**
 * The memory files in a reminder, by their headings, and the words between them; `undefined` for a text that is no reminder or holds
 * none. A path that is `taken`, or stands there twice, stays words.
 */
export function readReminder(text: string, taken: ReadonlySet<string>): ReadReminder | undefined {
  if (!/^\s*<system-reminder>/.test(text)) return undefined;
  const headings = [...text.matchAll(HEADING)];
  const parts: ContextPart[] = [];
  const files = new Map<string, string>();
  let at = 0;
  for (const [index, match] of headings.entries()) {
    const [heading, path = ''] = match;
    if (taken.has(path) || files.has(path) || path.length > LONGEST_PATH) continue;
    const start = match.index + heading.length;
    const next = headings[index + 1]?.index ?? text.length;
    const body = text.slice(start, next);
    const frame = FRAME.exec(body)?.index;
    const content =
      index === headings.length - 1 && frame !== undefined ? body.slice(0, frame) : body.replace(/\n+$/, '');
    if (match.index > at) parts.push({ type: 'text', text: text.slice(at, match.index) });
    parts.push({ type: 'file', path, heading });
    files.set(path, content);
    at = start + content.length;
  }
  if (files.size === 0) return undefined;
  if (at < text.length) parts.push({ type: 'text', text: text.slice(at) });
  return { parts, files: Array.from(files, ([path, content]) => ({ path, text: content })) };
}

const LONGEST_PATH = 2000;
