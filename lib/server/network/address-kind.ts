import 'server-only';
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What an IP address stands for. `special`: neither a host of the internet nor one of a private network (RFC 6890). */
export type AddressKind = 'loopback' | 'private' | 'link-local' | 'public' | 'special';

type Range = readonly [net: string, prefix: number, family: 'ipv4' | 'ipv6'];

const listOf = (...ranges: readonly Range[]): BlockList => {
  const list = new BlockList();
  for (const range of ranges) list.addSubnet(...range);
  return list;
};

const KINDS: readonly (readonly [AddressKind, BlockList])[] = [
  ['loopback', listOf(['127.0.0.0', 8, 'ipv4'], ['::1', 128, 'ipv6'])],
  [
    'private',
    listOf(
      ['10.0.0.0', 8, 'ipv4'],
      ['172.16.0.0', 12, 'ipv4'],
      ['192.168.0.0', 16, 'ipv4'],
      // fd00::/8 is the half of it that is in use.
      ['fc00::', 7, 'ipv6'],
    ),
  ],
  // Clouds answer with their machines' secrets here: 169.254.169.254.
  ['link-local', listOf(['169.254.0.0', 16, 'ipv4'], ['fe80::', 10, 'ipv6'])],
  [
    'special',
    listOf(
      ['0.0.0.0', 8, 'ipv4'],
      ['100.64.0.0', 10, 'ipv4'],
      ['192.0.0.0', 24, 'ipv4'],
      ['192.0.2.0', 24, 'ipv4'],
      ['198.18.0.0', 15, 'ipv4'],
      ['198.51.100.0', 24, 'ipv4'],
      ['203.0.113.0', 24, 'ipv4'],
      ['224.0.0.0', 3, 'ipv4'],
      // Addresses that carry an IPv4 address by translation or tunnel: where they end up is not for us to guess.
      ['2002::', 16, 'ipv6'],
      ['2001::', 23, 'ipv6'],
      ['2001:db8::', 32, 'ipv6'],
    ),
  ],
];

const GLOBAL_UNICAST = listOf(['2000::', 3, 'ipv6']);

/** The kind of an IP address in any spelling; `undefined` for what is none, such as a name. IPv4 inside IPv6 (`::ffff:…`) counts as that IPv4. */
export function addressKind(address: string): AddressKind | undefined {
  const plain = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  const mapped = mappedIPv4(plain);
  if (mapped !== undefined) return addressKind(mapped);
  if (!isIPv4(plain) && !isIPv6(plain)) return undefined;
  const family = isIPv4(plain) ? 'ipv4' : 'ipv6';
  const found = KINDS.find(([, list]) => list.check(plain, family))?.[0];
  if (found) return found;
  return family === 'ipv4' || GLOBAL_UNICAST.check(plain, 'ipv6') ? 'public' : 'special';
}

/** The IPv4 address of `::ffff:a.b.c.d`, `::ffff:7f00:1` and the like; the URL parser brings every spelling into the second form. */
function mappedIPv4(address: string): string | undefined {
  if (!isIPv6(address)) return undefined;
  const host = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host) ?? [];
  if (high === undefined || low === undefined) return undefined;
  const [left, right] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [left >> 8, left & 255, right >> 8, right & 255].join('.');
}
