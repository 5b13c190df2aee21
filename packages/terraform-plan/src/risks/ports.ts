/** Ports that serve everybody on purpose; any other one that is open to the internet is a danger. */
const meantForAll: ReadonlySet<number> = new Set([80, 443]);

/** A range of addresses that is the internet, or a large part of it. */
export function isInternet(range: string): boolean {
  if (range === '*' || /^(internet|any)$/i.test(range)) return true;
  const cut = range.indexOf('/');
  if (cut < 0) return false;
  const bits = Number(range.slice(cut + 1));
  const address = range.slice(0, cut);
  if (!Number.isInteger(bits)) return false;
  // Two halves are the whole: `0.0.0.0/1` is no smaller a hole.
  return address.includes(':') ? bits < 16 : bits < 8;
}

export interface PortRange {
  readonly from: number | null;
  readonly to: number | null;
  readonly protocol: string | null;
}

/** Whether everything in a range of ports is meant for all; all ports and unknown protocols are not. */
export function servesAll({ from, to, protocol }: PortRange): boolean {
  if (protocol !== null && !/^(tcp|udp|6|17)$/i.test(protocol)) return false;
  return from !== null && from === to && meantForAll.has(from);
}

/** `22`, `1024-65535`, `all`. */
export function portText({ from, to, protocol }: PortRange): string {
  if (protocol === '-1' || protocol === 'all' || from === null || from < 0) return 'all';
  if (from === 0 && (to === 0 || to === 65_535)) return 'all';
  return to === null || from === to ? String(from) : `${from}-${to}`;
}
