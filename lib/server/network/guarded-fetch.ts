import 'server-only';
import { lookup as systemLookup } from 'node:dns/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { BackendFault } from '@/lib/backends/backend-fault.ts';
import type { Failure } from '@/lib/errors.ts';
import { type AddressKind, addressKind } from './address-kind.ts';
import { addressRefusal } from './address-refusal.ts';

export interface GuardedFetchOptions {
  /** Which addresses may be connected to. */
  readonly allows: (kind: AddressKind) => boolean;
  /** All addresses of a name; the system's resolver unless told. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

/** An idle connection is left before servers leave it (after five seconds, many): a request on one that is going is lost, and not sent twice. */
const IDLE_MILLISECONDS = 3000;

/**
 * A `fetch` that connects only to addresses of the allowed kinds. The addresses of a name are checked when it is resolved, and the
 * connection goes to one of those: what the name means a moment later does not matter. A redirect is given back as it is, never
 * followed. What is refused is a `BackendFault`; other faults are those of `fetch`: a TypeError with the system's error as its cause.
 */
export function guardedFetch({ allows, resolve = systemAddresses }: GuardedFetchOptions): typeof fetch {
  const lookup = checkedLookup(allows, resolve);
  const agents = {
    'http:': new HttpAgent({ keepAlive: true, timeout: IDLE_MILLISECONDS, lookup }),
    'https:': new HttpsAgent({ keepAlive: true, timeout: IDLE_MILLISECONDS, lookup }),
  };
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { signal, method = 'GET', headers, body } = init;
    signal?.throwIfAborted();
    // Nothing is looked up for an address.
    const literal = addressKind(url.hostname);
    if (literal && !allows(literal)) throw refusal(url.hostname, literal);
    if (body != null && typeof body !== 'string') throw new TypeError('Only text is sent.');
    const bytes = body == null ? undefined : Buffer.from(body);
    const isPlain = url.protocol === 'http:';
    if (!isPlain && url.protocol !== 'https:') throw new BackendFault(PROTOCOL);
    const options = {
      method,
      headers: { ...Object.fromEntries(new Headers(headers)), ...(bytes && { 'content-length': bytes.byteLength }) },
      agent: agents[isPlain ? 'http:' : 'https:'],
      ...(signal && { signal }),
    };
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = (isPlain ? httpRequest : httpsRequest)(url, options, resolve);
      request.on('error', (error) => reject(signal?.aborted ? signal.reason : broken(error)));
      request.end(bytes);
    });
    return responseOf(answer);
  };
}

async function systemAddresses(name: string): Promise<string[]> {
  return (await systemLookup(name, { all: true })).map(({ address }) => address);
}

/** Every address of the name must be allowed: one that is not tells that somebody else decides where the name leads. */
function checkedLookup(
  allows: GuardedFetchOptions['allows'],
  resolve: (name: string) => Promise<readonly string[]>,
): LookupFunction {
  return (name, options, callback) => {
    resolve(name).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, kind: addressKind(address) ?? 'special' }));
        const refused = found.find(({ kind }) => !allows(kind));
        if (refused) return callback(refusal(name, refused.kind), '', 0);
        const [first] = found;
        if (!first) return callback(coded('ENOTFOUND', `${name} has no address.`), '', 0);
        const familyOf = (address: string) => (address.includes(':') ? 6 : 4);
        if (options.all)
          callback(
            null,
            found.map(({ address }) => ({ address, family: familyOf(address) })),
          );
        else callback(null, first.address, familyOf(first.address));
      },
      (error) => callback(error, '', 0),
    );
  };
}

function responseOf(answer: IncomingMessage): Response {
  const { statusCode: status = 502, statusMessage: statusText = '' } = answer;
  const isEmpty = status === 204 || status === 205 || status === 304;
  if (isEmpty) answer.resume();
  const body = isEmpty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
  return new Response(body, { status, statusText, headers: headersOf(answer) });
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return headers;
}

const coded = (code: string, message: string): NodeJS.ErrnoException => Object.assign(new Error(message), { code });

const refusal = (host: string, kind: AddressKind): BackendFault => new BackendFault(addressRefusal(host, kind));

const PROTOCOL: Failure = { code: 'address-refused', message: 'Only http and https are spoken.', place: 'base URL' };

const broken = (cause: Error): TypeError => new TypeError('fetch failed', { cause });
