import type { Emulator } from './emulator.ts';

/** A `fetch` that never leaves the process: whatever the address, the emulator answers by its path. It is made when it is needed. */
export function inProcessFetch(emulator: () => Emulator): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/v1/messages')) return emulator().messages(request);
    if (pathname.endsWith('/v1/messages/count_tokens')) return emulator().countTokens(request);
    if (pathname.endsWith('/v1/models')) return emulator().models(request);
    const id = /\/v1\/models\/([^/]+)$/.exec(pathname)?.[1];
    return id ? emulator().model(request, decodeURIComponent(id)) : emulator().elsewhere(request);
  };
}
