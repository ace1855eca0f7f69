import 'server-only';
import type { Environment } from '@/lib/server/configuration/configuration.ts';
import type { DeclaredBackend } from '@/lib/server/configuration/declared-backend.ts';
import { type AddressKind, addressKind } from '@/lib/server/network/address-kind.ts';
import { guardedFetch } from '@/lib/server/network/guarded-fetch.ts';
import { isLocalMode } from './local-mode.ts';

const PUBLIC = (kind: AddressKind): boolean => kind === 'public';
const NEARBY_TOO = (kind: AddressKind): boolean => kind === 'public' || kind === 'private' || kind === 'loopback';

/**
 * Which addresses a declared backend may be at. A private one is when the operator has written it (or `localhost`), has said
 * `privateNetwork`, or is alone with the server; a name that turns out to lead to one is refused otherwise. Link-local always is.
 */
export function reachable(
  { baseUrl, privateNetwork }: Pick<DeclaredBackend, 'baseUrl' | 'privateNetwork'>,
  environment: Environment,
): (kind: AddressKind) => boolean {
  const { hostname } = new URL(baseUrl);
  const isWritten = addressKind(hostname) !== undefined || hostname === 'localhost' || hostname.endsWith('.localhost');
  return isWritten || privateNetwork || isLocalMode(environment) ? NEARBY_TOO : PUBLIC;
}

const FETCHES = new Map([PUBLIC, NEARBY_TOO].map((allows) => [allows, guardedFetch({ allows })]));

/** What reaches a declared backend; connections are shared between calls. */
export function declaredFetch(declared: DeclaredBackend, environment: Environment): typeof fetch {
  const allows = reachable(declared, environment);
  return FETCHES.get(allows) ?? guardedFetch({ allows });
}
