import 'server-only';
import type { Failure } from '@/lib/errors.ts';
import type { AddressKind } from './address-kind.ts';

/** A host that is not connected to, for the kind of address that it leads to. */
export const addressRefusal = (host: string, kind: AddressKind): Failure => ({
  code: 'address-refused',
  message: `${host} leads to a ${kind} address, and no connection is made to those.`,
  place: 'base URL',
  fix: FIXES[kind],
});

const DECLARED = 'Where that is meant, declare the backend with "privateNetwork": true in strata.config.json.';

const FIXES: Readonly<Record<AddressKind, string>> = {
  private: DECLARED,
  loopback: DECLARED,
  'link-local': 'Give the server an address in a network of its own.',
  public: 'Declare servers on the internet in strata.config.json; only those near this machine can be added here.',
  special: 'Give the server an address that stands for one host.',
};
