const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const byte = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';

/**
 * What a list of hosts may have: a name whose last label is of letters, perhaps with `*.` for whatever is
 * below it, or a private IPv4 address as everybody writes it (RFC 1918). No spelling of an address is such
 * a name: decimal, octal and hexadecimal numbers end in a digit or have no dot, IPv6 has colons.
 */
const name = `(?:[*][.])?(?:${label}[.])+[A-Za-z]{2,63}`;
const privateAddress =
  `10(?:[.]${byte}){3}|172[.](?:1[6-9]|2[0-9]|3[01])(?:[.]${byte}){2}|` +
  `192[.]168(?:[.]${byte}){2}`;
const hostEntry = `^(?:${name}|${privateAddress})$`;

/** One label or more, with its dot: what `*.` stands for. */
const below = '(?:[A-Za-z0-9-]+[.])+';

/** Where AWS puts databases and caches: it alone says what these names resolve to. */
const databases = ['rds', 'docdb', 'neptune', 'redshift', 'cache', 'es'].map(
  (service) => `*.${service}.amazonaws.com`,
);

/** What whoever deploys the document needs of hosts: what may be listed, what `*.` becomes, and a list to begin with. */
export const forwardHosts = { entry: hostEntry, below, hosts: databases } as const;

/**
 * The pattern that fits the hosts of a list, and no other.
 *
 * @throws {Error} when an entry may not be listed, or there is none
 */
export function hostsPattern(hosts: readonly string[]): string {
  const entry = new RegExp(hostEntry, 'u');
  const strange = hosts.filter((host) => !entry.test(host));
  if (strange.length > 0) {
    throw new Error(`no name below a domain, and no private address: ${strange.join(', ')}`);
  }
  if (hosts.length === 0) throw new Error('no host is listed');
  return hosts.map((host) => host.replaceAll('.', '[.]').replace('*[.]', below)).join('|');
}
