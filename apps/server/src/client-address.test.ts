import { describe, expect, test } from 'vitest';
import { clientAddress, isProxy, networkOf } from './client-address.ts';

describe('the address of a caller', () => {
  test('is the peer of the connection where no proxy is trusted, whatever the header says', () => {
    const whence = clientAddress([]);
    expect(whence('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7');
    expect(whence('::ffff:127.0.0.1', null)).toBe('127.0.0.1');
    expect(whence(undefined, '203.0.113.9')).toBe('unknown');
  });

  test.each([
    ['10.0.0.7', '203.0.113.9', '203.0.113.9'],
    ['10.0.0.7', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
    ['10.0.0.7', '1.1.1.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
    ['::ffff:10.0.0.7', '[2001:db8::1]:443', '2001:db8::1'],
    ['10.0.0.7', '203.0.113.9:51000', '203.0.113.9'],
    ['10.0.0.7', null, '10.0.0.7'],
    ['10.0.0.7', '203.0.113.9, unknown', '10.0.0.7'],
    ['10.0.0.7', '10.1.0.1, 10.1.0.2', '10.1.0.1'],
    ['198.51.100.7', '203.0.113.9', '198.51.100.7'],
    ['fd00::1', '203.0.113.9', '203.0.113.9'],
  ])('of %s with “%s” is %s behind proxies of ours', (peer, header, expected) => {
    expect(clientAddress(['10.0.0.0/8', 'fd00::1'])(peer, header)).toBe(expected);
  });

  test('is counted by its network, as whoever has one of IPv6 has all of it', () => {
    expect(networkOf('203.0.113.9')).toBe('203.0.113.9');
    expect(networkOf('2001:db8:0:1:aaaa::1')).toBe('2001:db8:0:1::/64');
    expect(networkOf('2001:0db8::1:ffff:1')).toBe('2001:db8:0:0::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('passkey hanako')).toBe('passkey hanako');
  });
});

test('a proxy is an address or a network, and never everything', () => {
  const good = ['10.0.0.7', '10.0.0.0/8', 'fd00::/8', '::1'];
  expect(good.filter((one) => !isProxy(one))).toEqual([]);
  const wrong = [
    '*',
    '0.0.0.0/0',
    '10.0.0.0/33',
    '10.0.0.0/8/8',
    'proxy.example',
    '10.0.0',
    '/8',
    '10.0.0.0/',
  ];
  expect(wrong.filter(isProxy)).toEqual([]);
});
