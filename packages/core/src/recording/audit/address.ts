import type { ForwardedTo } from '../store.ts';

/**
 * The address in a `SOCKADDR` record: the bytes of a `sockaddr_in` or `sockaddr_in6`. Null for what a
 * session's worker itself needs: names, metadata, and Session Manager's own channel, which is HTTPS.
 */
export function addressOf(saddr: string): ForwardedTo | null {
  if (!/^(?:[0-9A-F]{2}){8,64}$/.test(saddr)) return null;
  const bytes = Buffer.from(saddr, 'hex');
  const family = bytes.readUInt16LE(0);
  const port = bytes.readUInt16BE(2);
  const host = family === 2 ? v4(bytes) : family === 10 && bytes.length >= 24 ? v6(bytes) : null;
  if (host === null || [0, 53, 443].includes(port)) return null;
  return /^(?:127\.|169\.254\.|::1$)/.test(host) ? null : { host, port, by: 'audit' };
}

function v4(bytes: Buffer): string {
  return [...bytes.subarray(4, 8)].join('.');
}

function v6(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    bytes.readUInt16BE(8 + index * 2).toString(16),
  );
  const url = new URL(`http://[${groups.join(':')}]`);
  return url.hostname.slice(1, -1);
}
