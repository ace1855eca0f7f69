import 'server-only';
import type { Environment } from '@/lib/server/configuration/configuration.ts';
import { addressKind } from '@/lib/server/network/address-kind.ts';

/**
 * Whether this server is one person's own: it listens on loopback (the start script says so, for Next tells nobody), and no other
 * names are allowed. Only then may a visitor name a server to send to.
 */
export function isLocalMode(environment: Environment = process.env): boolean {
  return environment['STRATA_LISTENS_ON_LOOPBACK'] === '1' && !environment['STRATA_ALLOWED_HOSTS']?.trim();
}

/** Whether a call came straight from this machine: a reverse proxy in front would say whom it forwards for. */
export function isDirectCall(headers: Headers): boolean {
  if (headers.has('forwarded') || headers.has('x-real-ip')) return false;
  const forwarded = (headers.get('x-forwarded-for') ?? '').split(',').map((each) => each.trim());
  return forwarded.every((address) => address === '' || addressKind(address) === 'loopback');
}
