import { splitGlobs } from './glob.ts';

/** A text taken apart: its front matter's `paths:` globs (empty when it names none) and what follows it. */
export interface FrontMatter {
  readonly paths: readonly string[];
  readonly body: string;
}

const KEY = /^[A-Za-z_][\w-]*[ \t]*:(?:\s|$)/;

/**
 * Front matter is what stands between a first line `---` and the next one, if its first line is a `key:`; otherwise the
 * text merely begins with a rule, and all of it is body. Line ends must be LF.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const none = { paths: [], body: text };
  if (!/^---[ \t]*\n/.test(text)) return none;
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1) return none;
  const matter = lines.slice(1, end);
  const first = matter.find((line) => line.trim() !== '' && !line.startsWith('#'));
  if (first !== undefined && !KEY.test(first)) return none;
  return { paths: pathsOf(matter), body: lines.slice(end + 1).join('\n') };
}

/** `paths:` as a comma list, a flow list or a block list, quoted or not. */
function pathsOf(matter: readonly string[]): string[] {
  const at = matter.findIndex((line) => /^paths[ \t]*:/.test(line));
  if (at === -1) return [];
  const after = matter.slice(at + 1);
  const next = after.findIndex((line) => KEY.test(line));
  const [inline = '', ...more] = [matter[at] ?? '', ...(next === -1 ? after : after.slice(0, next))].map(withoutRemark);
  const value = [inline.replace(/^paths[ \t]*:/, ''), ...more.map((line) => line.replace(/^\s*-(?=\s|$)/, ''))]
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[|>][+-]?$/.test(line))
    .join(',');
  const list = value.startsWith('[') ? value.replace(/^\[|\][\s,]*$/g, '') : value;
  return splitGlobs(list)
    .map((glob) => glob.trim().replace(/^["']|["']$/g, ''))
    .map((glob) => glob.trim())
    .filter((glob) => glob !== '');
}

const withoutRemark = (line: string): string => line.replace(/(?:^|\s)#.*$/, '');
