import 'server-only';

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** JSON from its bytes; throws where they are no UTF-8 or no JSON. */
export const parseUtf8 = (bytes: Uint8Array): unknown => JSON.parse(UTF_8.decode(bytes));

/** Bytes as text; `undefined` where they are no UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return UTF_8.decode(bytes);
  } catch {
    return undefined;
  }
}
