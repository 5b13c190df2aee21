import { BlockList, isIPv4, isIPv6 } from 'node:net';

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits] = range.split('/');
    list.addSubnet(net, Number(bits), isIPv4(net) ? 'ipv4' : 'ipv6');
  }
  return list;
}

/**
 * Reached by nobody who means a service: a machine's own metadata, everybody, nobody.
 * Source: RFC 3927, RFC 4291, RFC 1122; Amazon EC2 User Guide, "Access instance metadata".
 */
const never = listOf([
  ...['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4', '240.0.0.0/4'],
  ...['::/128', 'fe80::/10', 'ff00::/8', 'fd00:ec2::/32'],
]);

/** Addresses without a meaning on the internet. Source: IANA special-purpose address registries. */
const notPublic = listOf([
  ...['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['::1/128', '100::/64', '2001:db8::/32', 'fc00::/7', 'fec0::/10'],
]);

/** Whether an address may be asked. @param reach what the probe was allowed */
export function isReachable(address: string, reach: 'public' | 'private'): boolean {
  const inner = innerIPv4(address);
  if (inner !== null) return isReachable(inner, reach);
  if (!isIPv4(address) && !isIPv6(address)) return false;
  const family = isIPv4(address) ? 'ipv4' : 'ipv6';
  if (never.check(address, family)) return false;
  return reach === 'private' || !notPublic.check(address, family);
}

const wrapped = listOf(['::ffff:0:0/96', '64:ff9b::/96', '::/96']);
const sixToFour = listOf(['2002::/16']);

/** The IPv4 address that an IPv6 one stands for: mapped, by NAT64, compatible or 6to4. */
function innerIPv4(address: string): string | null {
  if (!isIPv6(address)) return null;
  const groups = groupsOf(address);
  if (groups === null) return null;
  const isPlain = groups.slice(0, 7).every((group) => group === 0) && (groups[7] ?? 0) <= 1;
  if (wrapped.check(address, 'ipv6') && !isPlain) return dotted(groups[6], groups[7]);
  return sixToFour.check(address, 'ipv6') ? dotted(groups[1], groups[2]) : null;
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** The eight groups of an IPv6 address, as the URL parser normalises it. */
function groupsOf(address: string): readonly number[] | null {
  const url = URL.parse(`http://[${address.split('%')[0] ?? ''}]`);
  if (url === null) return null;
  const [left = '', right] = url.hostname.slice(1, -1).split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const [head, tail] = [groups(left), groups(right ?? '')];
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16));
}
