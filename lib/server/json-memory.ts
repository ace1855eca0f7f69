import 'server-only';
import { parseUtf8 } from './utf8-json.ts';

/** Reads UTF-8 JSON as JSON.parse does, and throws where it does. `name` says whose text it is. */
export type JsonMemory = (name: string, bytes: Uint8Array) => unknown;

/** A value of a text that was read, with the bytes it stands in. */
interface Known {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
}

/** An object that was read: the values of its fields, a list's one by one. */
interface KnownText {
  readonly bytes: Buffer;
  readonly fields: Map<string, readonly Known[]>;
}

const MOST_BYTES = 8_000_000;
/** What a text takes beside its bytes, about. */
const OVERHEAD = 2_000;
/** A text of more values than this is read as a whole: each by itself takes longer. */
const MOST_VALUES = 10_000;

/**
 * JSON with a memory of the last object under each name: a field's value, or an item of its list, that has the same bytes at the same
 * place is not read again, but is the same object as then; nobody may change it. Bounded by bytes, longest unused first out.
 */
export function createJsonMemory(mostBytes: number = MOST_BYTES): JsonMemory {
  const texts = new Map<string, KnownText>();
  let held = 0;
  const forget = (name: string) => {
    held -= (texts.get(name)?.bytes.length ?? -OVERHEAD) + OVERHEAD;
    texts.delete(name);
  };
  return (name, bytes) => {
    // A copy: whoever gave the bytes may use their memory again.
    const text = readObject(Buffer.from(bytes), texts.get(name));
    if (!text) return parseUtf8(bytes);
    forget(name);
    texts.set(name, text.known);
    held += bytes.length + OVERHEAD;
    for (const oldest of held > mostBytes ? texts.keys() : []) {
      if (held > mostBytes) forget(oldest);
    }
    return text.value;
  };
}

const PLAIN_KEY = /^[a-z]\w*$/;

/** Reads an object with plain keys; `undefined` for any other text, whether it is JSON or not. Throws at a value that is none. */
function readObject(
  bytes: Buffer,
  before: KnownText | undefined,
): { readonly value: Record<string, unknown>; readonly known: KnownText } | undefined {
  const fields: KnownText['fields'] = new Map();
  const object: Record<string, unknown> = {};
  let at = 0;
  let values = 0;

  const comes = (byte: number) => {
    while (isSpace(bytes[at])) at += 1;
    if (bytes[at] !== byte) return false;
    at += 1;
    return true;
  };
  const value = (earlier: Known | undefined): Known => {
    while (isSpace(bytes[at])) at += 1;
    const start = at;
    values += 1;
    const isKnown = before && earlier && standsAt(bytes, at, before.bytes, earlier);
    at = isKnown ? at + earlier.end - earlier.start : valueEnd(bytes, at);
    return { start, end: at, value: isKnown ? earlier.value : parseValue(bytes.subarray(start, at)) };
  };
  /** The items behind an open bracket, to the closing one. */
  const items = (earlier: readonly Known[]): Known[] | undefined => {
    const found: Known[] = [];
    if (comes(CLOSE_LIST)) return found;
    do found.push(value(earlier[found.length]));
    while (values < MOST_VALUES && comes(COMMA));
    return comes(CLOSE_LIST) ? found : undefined;
  };

  if (!comes(OPEN_OBJECT)) return undefined;
  do {
    if (!comes(QUOTE)) return undefined;
    const keyEnd = bytes.indexOf(QUOTE, at);
    const key = bytes.toString('latin1', at, keyEnd);
    at = keyEnd + 1;
    values += 1;
    if (!PLAIN_KEY.test(key) || !comes(COLON)) return undefined;
    const earlier = before?.fields.get(key) ?? [];
    const isList = comes(OPEN_LIST);
    const known = isList ? items(earlier) : [value(earlier[0])];
    if (!known) return undefined;
    fields.set(key, known);
    object[key] = isList ? known.map((each) => each.value) : known[0]?.value;
  } while (values < MOST_VALUES && comes(COMMA));
  if (!comes(CLOSE_OBJECT)) return undefined;
  while (isSpace(bytes[at])) at += 1;
  return at === bytes.length ? { value: object, known: { bytes, fields } } : undefined;
}

/** A byte order mark may stand in front of a text, but not of a value in it. */
const VALUE = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const parseValue = (bytes: Uint8Array): unknown => JSON.parse(VALUE.decode(bytes));

/** Does a value of an earlier text stand here, whole? */
function standsAt(bytes: Buffer, at: number, earlier: Buffer, { start, end }: Known): boolean {
  const behind = at + end - start;
  return behind < bytes.length && isEnd(bytes[behind]) && bytes.compare(earlier, start, end, at, behind) === 0;
}

/** The index behind the value that starts here, if it is one; what stands in it is not looked at. */
function valueEnd(bytes: Buffer, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at += 1; at < bytes.length && bytes[at] !== QUOTE; at += 1) if (bytes[at] === ESCAPE) at += 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
    else if (depth === 0) {
      while (at + 1 < bytes.length && !isEnd(bytes[at + 1])) at += 1;
    }
    at += 1;
  } while (depth > 0 && at < bytes.length);
  return at;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const ESCAPE = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** What may stand behind a value. */
const isEnd = (byte: number | undefined): boolean =>
  byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT || isSpace(byte);
