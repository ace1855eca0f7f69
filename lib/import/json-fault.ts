type Expectation = 'value' | 'first-item' | 'key' | 'first-key' | 'colon' | 'comma';

const SCALAR = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids exactly these in a string
const STRING_STOP = /["\\\u0000-\u001f]/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

/** Where `pattern` (sticky) ends when it matches at `from`. */
function end(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Where the string that opens at `from` ends, or where it breaks. */
function scanString(text: string, from: number): { readonly end: number } | { readonly fault: number } {
  let at = from + 1;
  for (;;) {
    STRING_STOP.lastIndex = at;
    const stop = STRING_STOP.exec(text);
    if (!stop) return { fault: text.length };
    if (stop[0] === '"') return { end: stop.index + 1 };
    const after = stop[0] === '\\' ? end(ESCAPE, text, stop.index) : undefined;
    if (after === undefined) return { fault: stop.index };
    at = after;
  }
}

/**
 * The offset of the first token that JSON does not allow; the text's length when it ends too early; undefined when it is JSON.
 * JSON.parse names no position for some faults, and words the others differently in each Node.
 */
export function jsonFault(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let expected = 'value' as Expectation;
  let at = 0;
  for (;;) {
    at = end(SPACE, text, at) ?? at;
    const char = text[at];
    const inside = open.at(-1);
    if (char === undefined) return inside === undefined && expected === 'comma' ? undefined : at;
    if (expected === 'colon' || (expected === 'comma' && char === ',' && inside)) {
      if (expected === 'colon' && char !== ':') return at;
      expected = expected === 'colon' || inside === '[' ? 'value' : 'key';
      at += 1;
    } else if (closes(char, inside, expected)) {
      open.pop();
      expected = 'comma';
      at += 1;
    } else if (expected === 'comma') {
      return at;
    } else if (char === '"') {
      const string = scanString(text, at);
      if ('fault' in string) return string.fault;
      expected = expected === 'key' || expected === 'first-key' ? 'colon' : 'comma';
      at = string.end;
    } else if (expected === 'key' || expected === 'first-key') {
      return at;
    } else if (char === '{' || char === '[') {
      open.push(char);
      expected = char === '{' ? 'first-key' : 'first-item';
      at += 1;
    } else {
      const after = end(SCALAR, text, at);
      if (after === undefined) return at;
      expected = 'comma';
      at = after;
    }
  }
}

/** Where a text stops being JSON: the offset of its fault, or its length, with line and column from 1. */
export function jsonPlace(text: string): { readonly at: number; readonly line: number; readonly column: number } {
  const at = jsonFault(text) ?? text.length;
  const before = text.slice(0, at);
  return { at, line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

function closes(char: string, inside: '{' | '[' | undefined, expected: Expectation): boolean {
  if (inside === '{') return char === '}' && (expected === 'comma' || expected === 'first-key');
  return inside === '[' && char === ']' && (expected === 'comma' || expected === 'first-item');
}
