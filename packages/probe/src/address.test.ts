import { expect, it } from 'vitest';
import { isReachable } from './address.ts';

it.each([
  ['8.8.8.8', true, true],
  ['2606:4700::1111', true, true],
  ['64:ff9b::808:808', true, true],
  ['10.1.2.3', false, true],
  ['172.31.255.255', false, true],
  ['192.168.0.1', false, true],
  ['100.64.0.1', false, true],
  ['127.0.0.53', false, true],
  ['::1', false, true],
  ['fc00::1', false, true],
  ['::ffff:10.0.0.1', false, true],
  ['64:ff9b::a00:1', false, true],
  ['2002:a00:1::', false, true],
  ['0.0.0.0', false, false],
  ['::', false, false],
  ['169.254.169.254', false, false],
  ['::ffff:169.254.169.254', false, false],
  ['::ffff:a9fe:a9fe', false, false],
  ['64:ff9b::a9fe:a9fe', false, false],
  ['2002:a9fe:a9fe::1', false, false],
  ['::a9fe:a9fe', false, false],
  ['fd00:ec2::254', false, false],
  ['fe80::1%eth0', false, false],
  ['224.0.0.1', false, false],
  ['255.255.255.255', false, false],
  ['not an address', false, false],
])('reaches %s publicly: %s, privately: %s', (address, isPublic, isPrivate) => {
  expect([isReachable(address, 'public'), isReachable(address, 'private')]).toEqual([
    isPublic,
    isPrivate,
  ]);
});
