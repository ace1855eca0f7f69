import { describe, expect, it } from 'vitest';
import { addressKind } from './address-kind.ts';

describe('the kind of an address', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.8.9.10', 'loopback'],
    ['::1', 'loopback'],
    ['[::1]', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['0:0:0:0:0:ffff:127.0.0.1', 'loopback'],
    ['10.0.0.7', 'private'],
    ['172.31.255.255', 'private'],
    ['172.32.0.1', 'public'],
    ['192.168.1.2', 'private'],
    ['::ffff:192.168.1.2', 'private'],
    ['fd00::1', 'private'],
    ['fc12::1', 'private'],
    ['169.254.169.254', 'link-local'],
    ['::ffff:169.254.169.254', 'link-local'],
    ['::ffff:a9fe:a9fe', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['0.0.0.0', 'special'],
    ['::', 'special'],
    ['100.64.0.1', 'special'],
    ['224.0.0.1', 'special'],
    ['255.255.255.255', 'special'],
    ['64:ff9b::7f00:1', 'special'],
    ['2002:7f00:1::', 'special'],
    ['8.8.8.8', 'public'],
    ['2606:4700:4700::1111', 'public'],
  ])('BACK-66: %s is %s', (address, kind) => expect(addressKind(address)).toBe(kind));

  it('BACK-66: a name has none', () => {
    for (const name of ['localhost', 'example.com', '', '127.1', '999.1.1.1'])
      expect(addressKind(name)).toBeUndefined();
  });

  it.each([
    ['http://2130706433/', 'loopback'],
    ['http://0177.0.0.1/', 'loopback'],
    ['http://0x7f.1/', 'loopback'],
    ['http://127.1/', 'loopback'],
    ['http://0xa9fea9fe/', 'link-local'],
    ['http://[::ffff:0a00:0001]/', 'private'],
    ['http://①②⑦.0.0.1/', 'loopback'],
  ])('BACK-66: the host of %s is %s, however it is written', (url, kind) => {
    expect(addressKind(new URL(url).hostname)).toBe(kind);
  });
});
