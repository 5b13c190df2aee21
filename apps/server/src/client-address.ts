import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * The address that a request comes from.
 * @param peer of the connection
 * @param forwardedFor its `X-Forwarded-For`, which anybody can write
 */
export type ClientAddress = (
  peer: string | undefined,
  forwardedFor: string | null | undefined,
) => string;

/** Proxies append to the header, so what is at its end counts; no honest chain is longer. */
const mostForwarded = 2000;

/**
 * Finds addresses behind proxies of ours: from the connection backwards, the first that is none of
 * them. What a caller wrote into the header before it reached us stands left of that and counts for
 * nothing. Without proxies the header is not looked at.
 * @param proxies addresses and networks, as `isProxy` takes them
 */
export function clientAddress(proxies: readonly string[]): ClientAddress {
  const trusted = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIPv6(address) ? 'ipv6' : 'ipv4';
    if (bits === undefined) trusted.addAddress(address, family);
    else trusted.addSubnet(address, Number(bits), family);
  }
  const isOurs = (address: string) =>
    isIP(address) !== 0 && trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
  return (peer, forwardedFor) => {
    let last = plain(peer ?? 'unknown');
    for (const hop of (forwardedFor ?? '').slice(-mostForwarded).split(',').reverse()) {
      if (!isOurs(last)) return last;
      const before = addressIn(hop.trim());
      if (before === null) return last;
      last = before;
    }
    return last;
  };
}

/** Whether a text names a proxy: `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`. */
export function isProxy(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  if (bits === undefined) return true;
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 6 ? 128 : 32);
}

/** Whoever has an IPv6 address has a whole network of them: what is counted by address is counted by that. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%', 1).join('').split('::');
  const parts = (text: string) => (text === '' ? [] : text.split(':'));
  const missing = 8 - parts(head).length - parts(tail).length;
  const zeros = address.includes('::')
    ? Array.from({ length: Math.max(0, missing) }, () => '0')
    : [];
  const all = [...parts(head), ...zeros, ...parts(tail)].slice(0, 4);
  return `${all.map((part) => Number.parseInt(part, 16).toString(16)).join(':')}::/64`;
}

/** An address as some proxies write it: with a port, or in brackets; null when it is none. */
function addressIn(hop: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1] ?? hop.replace(/^([\d.]+):\d+$/, '$1');
  return isIP(bare) === 0 ? null : plain(bare);
}

/** IPv4 is reached by IPv6 sockets under a name of its own. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}
