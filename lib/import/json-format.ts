import { fingerprint } from '@/lib/prompt/fingerprint.ts';
import type { JsonFormat } from '@/lib/prompt/imported-request.ts';

/** A token of JSON text and the white space in front of it; the last one is empty. */
interface Token {
  readonly space: string;
  readonly spelling: string;
}

/** What some writers escape without need. */
const OFTEN_ESCAPED = ['<', '>', '&', "'", '/', '\u2028', '\u2029'];

/** Is the character written as an escape? A backslash in front of the escape would be the text's own. */
const hasEscape = (text: string, char: string): boolean =>
  new RegExp(`(?<!\\\\)(?:\\\\\\\\)*${escapeOf(char).replace('\\', '\\\\')}`).test(text);

type Style = Omit<JsonFormat, 'quirks'>;

/**
 * How a JSON text writes its value, so that `writeJson(value, format)` gives the text back; no words of it are kept. `undefined` when
 * it cannot be: a name stands twice in one object, names that are whole numbers do not come first and sorted, as they do in every
 * parsed object, or texts are escaped now so and now otherwise.
 */
export function formatOf(text: string, value: unknown): JsonFormat | undefined {
  const style = styleOf(text);
  const plain = tokensOf(value, style);
  const written = tokenize(text);
  if (written.length !== plain.length) return undefined;
  const quirks: [number, ...string[]][] = [];
  for (const [at, { space, spelling }] of written.entries()) {
    const expected = plain[at] ?? END;
    if (spelling !== expected.spelling && !isSameNumber(spelling, expected.spelling)) return undefined;
    if (spelling !== expected.spelling) quirks.push([at, space, spelling]);
    else if (space !== expected.space) quirks.push([at, space]);
  }
  return quirks.length === 0 ? style : { ...style, quirks: { of: fingerprint(joined(plain), 8), tokens: quirks } };
}

/** A value as JSON text in a format. Where it is no longer the value the format was read from, only its style applies. */
export function writeJson(value: unknown, format: JsonFormat): string {
  const tokens = tokensOf(value, format);
  const text = joined(tokens);
  const { quirks } = format;
  if (!quirks || fingerprint(text, 8) !== quirks.of) return text;
  const odd = new Map(quirks.tokens.map(([at, space, spelling]) => [at, { space, spelling }]));
  return joined(
    tokens.map((token, at) => {
      const quirk = odd.get(at);
      return quirk ? { space: quirk.space ?? token.space, spelling: quirk.spelling ?? token.spelling } : token;
    }),
  );
}

const END: Token = { space: '', spelling: '' };
const joined = (tokens: readonly Token[]): string => tokens.map(({ space, spelling }) => space + spelling).join('');

/** Are two tokens the same number, written otherwise? */
const isSameNumber = (left: string, right: string): boolean =>
  /^[\d-]/.test(left) && /^[\d-]/.test(right) && Number(left) === Number(right);

const TOKEN = /([ \t\r\n]*)("(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+|$)/gy;

/** The tokens of a text that is known to be JSON. */
function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const [, space = '', spelling = ''] of text.matchAll(TOKEN)) {
    tokens.push({ space, spelling });
    if (spelling === '') break;
  }
  return tokens;
}

/** What most of a text keeps to, judged by its first lines. */
function styleOf(text: string): Style {
  const indent = /^\s*[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? '';
  const colon = /^[^:]*":( *)/.exec(text)?.[1] ?? '';
  const comma = indent === '' ? (/[\]}"\de],( *)"/.exec(text)?.[1] ?? '') : '';
  return {
    indent,
    afterComma: comma,
    afterColon: colon,
    isAscii: !/[\u007f-\uffff]/.test(text) && /\\u(?!00[0-7])[0-9a-f]{4}|\\u007f/.test(text),
    escaped: OFTEN_ESCAPED.filter((char) => hasEscape(text, char)).join(''),
  };
}

/** A value's tokens in a style. */
function tokensOf(value: unknown, style: Style): Token[] {
  const tokens: Token[] = [];
  const line = (depth: number) => (style.indent === '' ? '' : `\n${style.indent.repeat(depth)}`);
  const put = (space: string, spelling: string) => tokens.push({ space, spelling });
  const items = (list: readonly unknown[], depth: number, write: (item: unknown, space: string) => void) => {
    for (const [index, item] of list.entries()) {
      if (index > 0) put('', ',');
      write(item, line(depth + 1) || (index > 0 ? style.afterComma : ''));
    }
  };
  const write = (item: unknown, depth: number, space: string): void => {
    if (typeof item !== 'object' || item === null) put(space, scalar(item, style));
    else if (Array.isArray(item)) {
      put(space, '[');
      items(item, depth, (each, before) => write(each, depth + 1, before));
      put(item.length > 0 ? line(depth) : '', ']');
    } else {
      const entries = Object.entries(item).filter(([, each]) => each !== undefined);
      put(space, '{');
      items(entries, depth, (entry, before) => {
        const [name, each] = entry as [string, unknown];
        put(before, scalar(name, style));
        put('', ':');
        write(each, depth + 1, style.afterColon);
      });
      put(entries.length > 0 ? line(depth) : '', '}');
    }
  };
  write(value, 0, '');
  return [...tokens, END];
}

function scalar(value: unknown, { isAscii, escaped }: Style): string {
  const text = JSON.stringify(value) ?? 'null';
  if (typeof value !== 'string' || (!isAscii && escaped === '')) return text;
  return text.replace(/[<>&'/\u007f-\uffff]/g, (char) =>
    (isAscii && char > '~') || escaped.includes(char) ? escapeOf(char) : char,
  );
}

const escapeOf = (char: string): string =>
  char === '/' ? '\\/' : `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
