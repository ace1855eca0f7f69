import type { Document } from '@/lib/document/document.ts';
import { parseDocument } from '@/lib/document/parse-document.ts';
import { isFields } from '@/lib/json-value.ts';
import type { GitStatus } from '@/lib/prompt/prompt-input.ts';
import { type Result, success } from '@/lib/result.ts';
import { type FoundRequest, requestsIn, requestsInLines } from './find-requests.ts';
import { notReadable, parseJson } from './import-failure.ts';
import { isCurl, readCurl } from './read-curl.ts';
import { readGitOutput } from './read-git-output.ts';

/** What a text turned out to be. */
export type ReadImport =
  | { readonly type: 'requests'; readonly requests: readonly FoundRequest[] }
  | { readonly type: 'document'; readonly document: Document }
  | { readonly type: 'git'; readonly git: Partial<GitStatus> };

/** Longer texts are refused unread, in characters: a long session's log has some tens of millions. */
const LONGEST = 200_000_000;

/** Reads whatever a person pastes or opens: a request (JSON, cURL), a capture with requests (JSONL, HAR, LHAR), a Strata document, git output. */
export function readImport(given: string): Result<ReadImport> {
  const text = given.replace(/^\ufeff/, '');
  if (text.trim() === '')
    return notReadable('There is nothing in it.', 'The text', 'Paste a request, or choose a file.');
  if (text.length > LONGEST)
    return notReadable('It is larger than 200 MB.', 'The file', 'Cut the log to the requests you need.');
  if (isCurl(text)) {
    const body = readCurl(text);
    return body.ok ? readBody(body.value, 'The body of the command') : body;
  }
  if (!/^\s*[[{"]/.test(text)) {
    const git = readGitOutput(text);
    if (git) return success({ type: 'git', git });
    return notReadable(
      'It is neither a request nor git output.',
      'The text',
      'Paste a request as JSON or as a cURL command, a log (JSONL, HAR), a Strata document, or what git status, git log or git branch prints.',
    );
  }
  return isSeveralLines(text) ? readLines(text) : readBody(text, 'The text');
}

/** Is each of the first lines a whole object? Then it is a log, and no value written over several lines. */
function isSeveralLines(text: string): boolean {
  const lines = text.split('\n', 50).filter((line) => line.trim() !== '');
  const [first = '', second] = lines;
  return second !== undefined && /^\s*\{.*\}\s*$/s.test(first) && /^\s*\{/.test(second);
}

function readLines(text: string): Result<ReadImport> {
  const requests = requestsInLines(text);
  return requests.ok ? success({ type: 'requests', requests: requests.value }) : requests;
}

function readBody(text: string, place: string): Result<ReadImport> {
  const parsed = parseJson(text, place);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  if (isDocument(value)) {
    const document = parseDocument(value);
    return document.ok ? success({ type: 'document', document: document.value }) : document;
  }
  const requests = requestsIn(value);
  const [only] = requests;
  if (only === undefined) return notMessages(value, place);
  // A body by itself keeps its own spelling.
  const isBody = requests.length === 1 && isFields(value) && 'messages' in value;
  return success({ type: 'requests', requests: isBody ? [{ ...only, body: text }] : requests });
}

const isDocument = (value: unknown): boolean => isFields(value) && 'version' in value && 'sections' in value;

function notMessages(value: unknown, place: string): Result<never> {
  const isBody = isFields(value) && ('messages' in value || 'model' in value);
  return notReadable(
    isBody
      ? 'A Messages request names its model and has a list of messages.'
      : 'It holds no request to /v1/messages with its body.',
    place,
    isBody ? 'Import the whole body of the request.' : 'Record with request bodies, or import a request by itself.',
  );
}
