import { type Fields, isFields, valueWords } from '@/lib/json-value.ts';
import { type Result, success } from '@/lib/result.ts';
import { notReadable, parseJson } from './import-failure.ts';

/** The body of a request in a capture, and how a person finds it among others. */
export interface FoundRequest {
  readonly body: string;
  readonly model: string;
  readonly messages: number;
  readonly tools: number;
  /** How the last message that a person wrote begins. */
  readonly opening: string;
  /** When it was sent, as the capture writes it; `undefined` where it does not say. */
  readonly time: string | undefined;
}

/** How deep bodies lie in captures: `log.entries[].request.postData.text` is the deepest known. */
const DEEPEST = 8;

/**
 * The bodies of Messages requests in one value of a capture: claude-trace and claude-tap (`request.body`), HAR (`postData.text`), LHAR
 * (`raw.request_body`), or a body itself. Headers, cookies and addresses are passed over: only bodies are taken.
 */
export function requestsIn(value: unknown): FoundRequest[] {
  return search(value, undefined, 0);
}

function search(value: unknown, time: string | undefined, depth: number): FoundRequest[] {
  if (depth > DEEPEST) return [];
  if (typeof value === 'string') {
    const parsed = isBodyText(value) ? tryParse(value) : undefined;
    return isBody(parsed) ? [found(parsed, value, time)] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item) => search(item, time, depth + 1));
  if (!isFields(value)) return [];
  if (isBody(value)) return [found(value, JSON.stringify(value), time)];
  if (isOtherAddress(value)) return [];
  const at = timeOf(value) ?? time;
  return Object.entries(value).flatMap(([name, each]) => (PASSED.has(name) ? [] : search(each, at, depth + 1)));
}

/** Answers hold no requests, and headers hold keys. */
const PASSED = new Set([
  'headers',
  'cookies',
  'response',
  'queryString',
  'response_body',
  'response_headers',
  'request_headers',
]);

const isBody = (value: unknown): value is Fields =>
  isFields(value) && typeof value['model'] === 'string' && Array.isArray(value['messages']);

const isBodyText = (text: string): boolean => /^\s*\{/.test(text) && text.includes('"messages"');

/** A call of another address than the Messages API's, counting included. */
function isOtherAddress({ url, path, method }: Fields): boolean {
  const address =
    typeof url === 'string' ? url : typeof path === 'string' && typeof method === 'string' ? path : undefined;
  return address !== undefined && !/\/v1\/messages(?:$|[?#])/.test(address);
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function timeOf({ timestamp, startedDateTime }: Fields): string | undefined {
  const time = timestamp ?? startedDateTime;
  if (typeof time === 'string') return time;
  // Seconds or milliseconds since 1970.
  if (typeof time !== 'number' || !(time > 0 && time < 8e15)) return undefined;
  return new Date(time < 1e11 ? time * 1000 : time).toISOString();
}

function found(body: Fields, text: string, time: string | undefined): FoundRequest {
  const messages = body['messages'] as readonly unknown[];
  return {
    body: text,
    model: valueWords(body['model']),
    messages: messages.length,
    tools: Array.isArray(body['tools']) ? body['tools'].length : 0,
    opening: openingOf(messages),
    time,
  };
}

function openingOf(messages: readonly unknown[]): string {
  const texts = messages.flatMap((message): string[] => {
    if (!isFields(message) || message['role'] !== 'user') return [];
    const { content } = message;
    if (typeof content === 'string') return [content];
    return Array.isArray(content)
      ? content.flatMap((block: unknown) =>
          isFields(block) && typeof block['text'] === 'string' ? [block['text']] : [],
        )
      : [];
  });
  const typed = texts.filter((text) => !/^\s*<system-reminder>/.test(text));
  return (typed.at(-1) ?? '').slice(0, 200).replace(/\s+/g, ' ').trim();
}

/** The requests of a log with a JSON value on each line; lines that are none are passed over, but not all of them may be. */
export function requestsInLines(text: string): Result<FoundRequest[]> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(tryParse);
  const broken = values.indexOf(undefined);
  if (values.every((value) => value === undefined))
    return parseJson(lines[0] ?? '', 'The log, line 1') as Result<never>;
  const requests = values.flatMap(requestsIn);
  if (requests.length > 0) return success(requests);
  const where = broken === -1 ? 'The log' : `The log, line ${broken + 1}`;
  return notReadable(
    'It holds no request to /v1/messages with its body.',
    where,
    'Record with request bodies, or import a request by itself.',
  );
}
