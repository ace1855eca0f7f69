import type { Failure } from '@/lib/errors.ts';
import { failed, type Result, success } from '@/lib/result.ts';

/**
 * A template is text with `{{name}}`, `{{#name}}…{{/name}}` (shown when truthy, repeated for a list) and `{{^name}}…{{/name}}`
 * (shown when falsy): a subset of Mustache without escaping. A block tag alone on its line takes the line with it. A backslash in
 * front makes a tag text, and goes; braces that hold no name are text.
 */
export type TemplateNode =
  | { readonly type: 'text'; readonly start: number; readonly end: number }
  | { readonly type: 'name'; readonly name: string; readonly start: number; readonly end: number }
  | {
      readonly type: 'when' | 'unless';
      readonly name: string;
      readonly start: number;
      readonly end: number;
      readonly children: readonly TemplateNode[];
    };

/** A piece of rendered text and the characters of the template it came from. */
export interface TemplatePiece {
  readonly text: string;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/** A tag, after a backslash when it is escaped; groups: sigil and name. */
export const TEMPLATE_TAG = /\\?\{\{([#^/]?)[ \t]*([A-Za-z_][\w.]*)[ \t]*\}\}/g;

/** The names that the tags of a text mention, each once, whether or not they are known or well nested; what is escaped is text. */
export function mentionedNames(text: string): Set<string> {
  const tags = [...text.matchAll(TEMPLATE_TAG)].filter(([tag]) => !tag.startsWith('\\'));
  return new Set(tags.map(([, , name = '']) => name));
}

/** Deeper nesting is no one's template, and would overflow the stack. */
const MAX_DEPTH = 100;

interface OpenBlock {
  readonly type: 'when' | 'unless';
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly children: TemplateNode[];
}

/** Parses in one pass, linear in the text; an unopened or unclosed block is a `template-invalid` failure at its line. */
export function parseTemplate(text: string): Result<readonly TemplateNode[]> {
  const root: TemplateNode[] = [];
  const open: OpenBlock[] = [];
  let at = 0;
  const siblings = () => open.at(-1)?.children ?? root;
  const addText = (end: number) => {
    if (end > at) siblings().push({ type: 'text', start: at, end });
  };
  for (const match of text.matchAll(TEMPLATE_TAG)) {
    const [tag, sigil, name = ''] = match;
    const tagEnd = match.index + tag.length;
    if (tag.startsWith('\\')) {
      addText(match.index);
      at = match.index + 1;
      continue;
    }
    const { start, end } = sigil ? ownLine(text, match.index, tagEnd) : { start: match.index, end: tagEnd };
    addText(start);
    at = end;
    if (!sigil) siblings().push({ type: 'name', name, start, end });
    else if (sigil === '/') {
      const block = open.pop();
      if (block?.name !== name) {
        const hint = block ? '' : ': {{#NAME}} or {{^NAME}} opens a part';
        return failed(templateFailure(text, match.index, `{{/${name}}} closes nothing that is open${hint}`));
      }
      siblings().push({ ...block, end });
    } else if (open.length === MAX_DEPTH) {
      return failed(templateFailure(text, match.index, `Blocks are nested more than ${MAX_DEPTH} deep`));
    } else open.push({ type: sigil === '#' ? 'when' : 'unless', name, start, end, children: [] });
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    const tag = `{{${unclosed.type === 'when' ? '#' : '^'}${unclosed.name}}}`;
    return failed(templateFailure(text, text.indexOf('{{', unclosed.start), `${tag} is never closed`));
  }
  addText(text.length);
  return success(root);
}

/** The extent of a tag: its whole line, when nothing else but blanks stands on it. */
function ownLine(text: string, start: number, end: number): { start: number; end: number } {
  const isBlank = (at: number) => /[^\S\n]/.test(text[at] ?? '');
  let lineStart = start;
  while (isBlank(lineStart - 1)) lineStart -= 1;
  let lineEnd = end;
  while (isBlank(lineEnd)) lineEnd += 1;
  const isLineEnd = (at: number) => (text[at] ?? '\n') === '\n';
  const isAlone = isLineEnd(lineStart - 1) && isLineEnd(lineEnd);
  return isAlone ? { start: lineStart, end: Math.min(lineEnd + 1, text.length) } : { start, end };
}

/** A failure that names the line and column of a character of the template. */
export function templateFailure(text: string, at: number, message: string): Failure {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  return { code: 'template-invalid', message: `${message}.`, place: `line ${line}, column ${column}` };
}
