import 'server-only';
import { parseUtf8 } from './utf8-json.ts';

/** Reads UTF-8 JSON as JSON.parse does, and throws where it does. `name` says whose text it is. */
export type JsonMemory = (name: string, bytes: Uint8Array) => unknown;

/** A value of a text that was read, with the bytes it stands in, and how many marks of JSON's are in them. */
interface Known {
  readonly start: number;
  readonly end: number;
  readonly marks: number;
  readonly value: unknown;
}

/** An object that was read: the values of its fields, a list's one by one. */
interface KnownText {
  readonly bytes: Buffer;
  readonly fields: Map<string, readonly Known[]>;
  /** What it takes in memory, in bytes. */
  readonly weight: number;
}

const MOST_BYTES = 24_000_000;
/** What a text takes by itself, about. */
const OVERHEAD = 2_000;
/** Each byte of a text is kept, and may be two in a string that was read of it. */
const WEIGHT_OF_BYTE = 3;
/** The most that a list, an object, a field or an item takes beside its text, as V8 lays them out: an object with a key of its own. */
const WEIGHT_OF_MARK = 64;
/** A text of more values than this is read as a whole: each by itself takes longer. */
const MOST_VALUES = 10_000;

/**
 * JSON with a memory of the last object under each name: a field's value, or an item of its list, that has the same bytes at the same
 * place is not read again, but is the same object as then; nobody may change it. Bounded by what texts and values take in memory,
 * longest unused first out; what is too large by itself is not remembered.
 */
export function createJsonMemory(mostBytes: number = MOST_BYTES): JsonMemory {
  const texts = new Map<string, KnownText>();
  let held = 0;
  const forget = (name: string) => {
    const known = texts.get(name);
    if (!known) return;
    texts.delete(name);
    held -= known.weight;
  };
  return (name, bytes) => {
    if (weightOf(bytes.length, 0) > mostBytes) return parseUtf8(bytes);
    // A copy: whoever gave the bytes may use their memory again.
    const text = readObject(Buffer.from(bytes), texts.get(name));
    if (!text) return parseUtf8(bytes);
    if (text.known.weight > mostBytes) return text.value;
    forget(name);
    texts.set(name, text.known);
    held += text.known.weight;
    for (const oldest of texts.keys()) {
      if (held <= mostBytes) break;
      forget(oldest);
    }
    return text.value;
  };
}

const weightOf = (bytes: number, marks: number): number => OVERHEAD + WEIGHT_OF_BYTE * bytes + WEIGHT_OF_MARK * marks;

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
  let marks = 0;

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
    const extent = isKnown ? { end: at + earlier.end - earlier.start, marks: earlier.marks } : valueExtent(bytes, at);
    at = extent.end;
    marks += extent.marks + 1;
    return { start, ...extent, value: isKnown ? earlier.value : parseValue(bytes.subarray(start, at)) };
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
  if (at !== bytes.length) return undefined;
  return { value: object, known: { bytes, fields, weight: weightOf(bytes.length, marks + fields.size) } };
}

/** A byte order mark may stand in front of a text, but not of a value in it. */
const VALUE = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const parseValue = (bytes: Uint8Array): unknown => JSON.parse(VALUE.decode(bytes));

/** Does a value of an earlier text stand here, whole? */
function standsAt(bytes: Buffer, at: number, earlier: Buffer, { start, end }: Known): boolean {
  const behind = at + end - start;
  return behind < bytes.length && isEnd(bytes[behind]) && bytes.compare(earlier, start, end, at, behind) === 0;
}

/** The index behind the value that starts here, if it is one, and the brackets, commas and colons in it; no more of it is looked at. */
function valueExtent(bytes: Buffer, from: number): Pick<Known, 'end' | 'marks'> {
  let depth = 0;
  let marks = 0;
  let at = from;
  do {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at += 1; at < bytes.length && bytes[at] !== QUOTE; at += 1) if (bytes[at] === ESCAPE) at += 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      depth += 1;
      marks += 1;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
    else if (byte === COMMA || byte === COLON) marks += 1;
    else if (depth === 0) {
      while (at + 1 < bytes.length && !isEnd(bytes[at + 1])) at += 1;
    }
    at += 1;
  } while (depth > 0 && at < bytes.length);
  return { end: at, marks };
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
