import 'server-only';
import { lookup as systemLookup } from 'node:dns/promises';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { type AddressKind, addressKind } from './address-kind.ts';

export interface GuardedFetchOptions {
  /** Which addresses may be connected to. */
  readonly allows: (kind: AddressKind) => boolean;
  /** All addresses of a name; the system's resolver unless told. */
  readonly resolve?: (name: string) => Promise<readonly string[]>;
}

/**
 * A `fetch` that connects only to addresses of the allowed kinds. The addresses of a name are checked when it is resolved, and the
 * connection goes to one of those: what the name means a moment later does not matter. No redirect is followed. A refusal is a
 * TypeError whose cause has the code `PRIVATE_ADDRESS_REFUSED` (or of another kind), as that of `fetch` has `ECONNREFUSED`.
 */
export function guardedFetch({ allows, resolve = systemAddresses }: GuardedFetchOptions): typeof fetch {
  const lookup = checkedLookup(allows, resolve);
  const agents = {
    'http:': new HttpAgent({ keepAlive: true, lookup }),
    'https:': new HttpsAgent({ keepAlive: true, lookup }),
  };
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { signal, method = 'GET', headers, body } = init;
    signal?.throwIfAborted();
    // Nothing is looked up for an address.
    const literal = addressKind(url.hostname);
    if (literal && !allows(literal)) throw broken(refusal(literal));
    const bytes = body == null ? undefined : Buffer.from(await new Response(body).arrayBuffer());
    const isPlain = url.protocol === 'http:';
    if (!isPlain && url.protocol !== 'https:')
      throw broken(coded('PROTOCOL_REFUSED', 'Only http and https are spoken.'));
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
        if (refused) return callback(refusal(refused.kind), '', 0);
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
  const { statusCode: status = 502, statusMessage: statusText = '', rawHeaders } = answer;
  if (status >= 300 && status < 400 && status !== 304) {
    answer.destroy();
    throw broken(coded('REDIRECT_REFUSED', 'unexpected redirect'));
  }
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  const isEmpty = status === 204 || status === 205 || status === 304;
  if (isEmpty) answer.resume();
  const body = isEmpty ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
  return new Response(body, { status, statusText, headers });
}

const coded = (code: string, message: string): NodeJS.ErrnoException => Object.assign(new Error(message), { code });

const refusal = (kind: AddressKind): NodeJS.ErrnoException =>
  coded(
    `${kind.replace('-', '_').toUpperCase()}_ADDRESS_REFUSED`,
    `Addresses of the kind "${kind}" are not connected to.`,
  );

const broken = (cause: Error): TypeError => new TypeError('fetch failed', { cause });
