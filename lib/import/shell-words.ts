import { type Result, success } from '@/lib/result.ts';
import { notReadable } from './import-failure.ts';

/** The escapes of bash's `$'…'`. */
const ANSI: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  e: '\x1b',
  '0': '\0',
};

const PLACE = 'The command';

/**
 * The words of one command as bash splits them (quotes, `$'…'`, backslashes, continued lines), and its here-document when it has one.
 * Variables stay as they are written. A quote that is never closed is a failure at its line.
 */
export function bashWords(
  text: string,
): Result<{ readonly words: readonly string[]; readonly input: string | undefined }> {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const add = (piece: string) => {
    word = (word ?? '') + piece;
  };
  const end = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  while (at < text.length) {
    const from = at;
    const isStart = word === undefined;
    const quoted = take(/\$'(?:[^'\\]|\\[\s\S])*'/y);
    if (quoted !== undefined) {
      add(unescapeAnsi(quoted.slice(2, -1)));
      continue;
    }
    const single = take(/'[^']*'/y);
    if (single !== undefined) {
      add(single.slice(1, -1));
      continue;
    }
    const double = take(/"(?:[^"\\]|\\[\s\S])*"/y);
    if (double !== undefined) {
      add(
        double
          .slice(1, -1)
          .replace(/\\\r?\n/g, '')
          .replace(/\\([\\"$`])/g, '$1'),
      );
      continue;
    }
    if (/['"]/.test(text[at] ?? '')) {
      const line = text.slice(0, from).split('\n').length;
      return notReadable(
        'A quote is opened here and never closed.',
        `${PLACE}, line ${line}`,
        'Copy the whole command again.',
      );
    }
    const here = isStart ? take(/<<-?[ \t]*(?:'[\w-]+'|"[\w-]+"|[\w-]+)/y) : undefined;
    if (here !== undefined) return hereDocument(text, at, here.replace(/^<<-?[ \t]*|['"]/g, ''), words);
    if (take(/\\\r?\n/y) !== undefined) continue;
    else if (take(/\\[\s\S]/y) !== undefined) add(text.slice(at - 1, at));
    else if (take(/\s+/y) !== undefined) end();
    else if (take(/[|;&<>]/y) !== undefined) break;
    else add(take(/[^\s'"\\|;&<>]/y) ?? '');
  }
  end();
  return success({ words, input: undefined });
}

function unescapeAnsi(text: string): string {
  return text.replace(/\\(u[0-9a-fA-F]{1,4}|U[0-9a-fA-F]{1,8}|x[0-9a-fA-F]{1,2}|[\s\S])/g, (_, name: string) => {
    const code = name.length > 1 ? Number.parseInt(name.slice(1), 16) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    return ANSI[name] ?? name;
  });
}

/** The lines behind the command up to the closing word. */
function hereDocument(
  text: string,
  at: number,
  closing: string,
  words: readonly string[],
): Result<{ words: readonly string[]; input: string }> {
  const [rest = '', ...lines] = text.slice(at).split('\n');
  const last = lines.findIndex((line) => line.trim() === closing);
  if (last === -1)
    return notReadable(
      `The text up to ${closing} has no end.`,
      PLACE,
      `Copy the command with its last line, ${closing}.`,
    );
  const more = bashWords(rest);
  return more.ok ? success({ words: [...words, ...more.value.words], input: lines.slice(0, last).join('\n') }) : more;
}

/** The words of one command as Windows reads them behind cmd: `^` escapes, `""` or `\"` in quotes is a quote. */
export function cmdWords(text: string): readonly string[] {
  const unescaped = text.replace(/\^\r?\n/g, '').replace(/\^([\s\S])/g, '$1');
  const words: string[] = [];
  for (const [, quoted, plain] of unescaped.matchAll(/"((?:[^"\\]|\\[\s\S]|"")*)"|([^\s"]+)/g)) {
    words.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"').replace(/\\(["\\])/g, '$1'));
  }
  return words;
}

/** Was it written for cmd? Its lines go on behind a `^`, and it escapes quotes by one; bash's own quotes come before any in a body. */
export const isCmd = (text: string): boolean => /^[^'\\]*?\^(?:\s*\r?\n|")/.test(text);
