import { APIConnectionError, APIError } from '@anthropic-ai/sdk';

export interface PostOptions {
  /** With its version, as `…/v1`. */
  readonly baseURL: string;
  readonly fetch: typeof fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Sent as a bearer; `undefined`: none is sent. */
  readonly key: string | undefined;
}

/** Sends JSON, once. An answer that is an error, and a connection that fails, are thrown as the SDK's errors, so that all faults are told alike. */
export async function post(path: string, body: object, options: PostOptions): Promise<Response> {
  const { baseURL, fetch, headers, signal, key } = options;
  const response = await reached(() =>
    fetch(`${baseURL}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...headers,
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(body),
      signal,
    }),
  );
  if (response.ok) return response;
  const text = await response.text().catch(() => '');
  throw APIError.generate(response.status, errorBody(text), undefined, response.headers);
}

/** What `fetch` throws tells a key that no header can hold, so only its causes are kept. */
async function reached(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    throw new APIConnectionError({ cause: error instanceof Error ? error : new Error('unknown') });
  }
}

function errorBody(text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : undefined;
  } catch {
    return undefined;
  }
}
