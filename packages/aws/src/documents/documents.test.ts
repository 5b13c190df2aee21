import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forwardHosts, forwardPortDocument, hostsPattern, sessionPreferences } from './index.ts';

const listed = ['db.example.internal', '*.db.example.internal', '10.1.2.3', ...forwardHosts.hosts];
const { host, portNumber, localPortNumber } = forwardPortDocument(hostsPattern(listed)).parameters;
const fits = (allowedPattern: string, value: string) => new RegExp(allowedPattern, 'u').test(value);
const reaches = (name: string) => fits(host.allowedPattern, name);

/** The address that a host of a URL means, in whatever spelling: the WHATWG's parser judges, not ours. */
function meant(spelling: string): string | null {
  const url = `http://${spelling}/`;
  return URL.canParse(url) ? new URL(url).hostname : null;
}

/** One part of an IPv4 address as C's inet_aton reads it. */
const numberOf = (value: number) =>
  fc.tuple(fc.constantFrom('', '0', '00'), fc.boolean()).chain(([zeros, upper]) => {
    const hex = value.toString(16);
    return fc.constantFrom(
      String(value),
      `0${zeros}${value.toString(8)}`,
      `0${upper ? 'X' : 'x'}${zeros}${upper ? hex.toUpperCase() : hex}`,
    );
  });

/** The metadata service, and what containers are told their role by. */
const addresses = [
  [169, 254, 169, 254],
  [169, 254, 170, 2],
  [169, 254, 170, 23],
] as const;

const spelled = fc
  .tuple(fc.constantFrom(...addresses), fc.constantFrom(1, 2, 3, 4))
  .chain(([bytes, parts]) => {
    const rest = bytes.slice(parts - 1).reduce((sum, byte) => sum * 256 + byte, 0);
    const numbers = [...bytes.slice(0, parts - 1), rest].map(numberOf);
    const end = fc.constantFrom('', '.');
    return fc.tuple(fc.tuple(...numbers), end).map(([texts, dot]) => {
      return { text: `${texts.join('.')}${dot}`, address: bytes.join('.') };
    });
  });

describe('a document that forwards ports', () => {
  it('takes the hosts of its list', () => {
    const taken = ['db.example.internal', 'a.b.db.example.internal', '10.1.2.3'];
    const database = 'shop.cluster-c1.ap-northeast-1.rds.amazonaws.com';
    expect([...taken, database].filter((name) => !reaches(name))).toEqual([]);
  });

  it('takes no other, also where a listed name is part of it', () => {
    const strangers = ['xdb.example.internal', 'db.example.internal.evil.example', '10.1.2.30'];
    const near = ['dbxexample.internal', '.db.example.internal', 'rds.amazonaws.com', ''];
    const more = ['db.example.internal\nx', 'x\ndb.example.internal', 'x db.example.internal'];
    expect([...strangers, ...near, ...more].filter(reaches)).toEqual([]);
  });

  it('takes no spelling of the metadata service’s address', () => {
    fc.assert(
      fc.property(spelled, ({ text, address }) => {
        // That they are spellings of it, another parser says.
        expect(meant(text)).toBe(address);
        expect(reaches(text)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ...['fd00:ec2::254', 'FD00:EC2::254', 'fd00:ec2:0:0:0:0:0:254', 'fd00:0ec2::0.0.2.84'],
    ...['[fd00:ec2::254]', 'fd00:ec2::254%eth0', '::ffff:169.254.169.254', '::ffff:a9fe:a9fe'],
    ...['[::ffff:a9fe:a9fe]', '::169.254.169.254', '64:ff9b::a9fe:a9fe', '2002:a9fe:a9fe::1'],
    ...['１６９.254.169.254', '169。254。169。254', '169.254.169.254\n', ' 169.254.169.254'],
    ...['%31%36%39.254.169.254', '169.254.169.254:80', 'x@169.254.169.254', '169.254.169.254#'],
    ...['instance-data', 'instance-data.ec2.internal', '169.254.169.254.nip.io', 'localhost'],
  ])('takes no %j', (spelling) => {
    expect(reaches(spelling)).toBe(false);
  });

  it('takes no address but the private one that is listed, whatever else the list may have', () => {
    const entry = new RegExp(forwardHosts.entry, 'u');
    const word = fc.string({
      unit: fc.constantFrom(...'012569fx..'.split('')),
      minLength: 1,
      maxLength: 12,
    });
    const end = fc.constantFrom('', '', '.fx');
    const entries = fc.tuple(fc.constantFrom('', '*.'), word, end).map((texts) => texts.join(''));
    fc.assert(
      fc.property(entries, word, spelled, (listing, within, { text }) => {
        if (!entry.test(listing)) return;
        const { allowedPattern } = forwardPortDocument(hostsPattern([listing])).parameters.host;
        const asked = [listing, listing.replace('*', within), within, text];
        const addresses = asked
          .filter((name) => fits(allowedPattern, name))
          .flatMap((name) => meant(name)?.match(/^[0-9.]+$/) ?? []);
        expect(addresses.filter((address) => address !== listing)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('takes every port but 80, in one spelling', () => {
    const ports = Array.from({ length: 66_000 }, (_, port) => String(port));
    const taken = ports.filter((port) => fits(portNumber.allowedPattern, port));
    expect(taken).toEqual(ports.slice(1, 65_536).filter((port) => port !== '80'));
    const local = ports.filter((port) => fits(localPortNumber.allowedPattern, port));
    expect(local).toEqual(ports.slice(0, 65_536));
    const others = ['080', '+81', ' 81', '81\n81', '0x51', 'http', '８１', '8.1e1', '65616', ''];
    expect(others.filter((port) => fits(portNumber.allowedPattern, port))).toEqual([]);
  });
});

describe('a list of hosts', () => {
  it.each([
    ...['*', '*.*', '*.com', 'com', 'db', 'a.*.com', '*db.example.com', 'db.example.com.'],
    ...['169.254.169.254', '127.0.0.1', '10.1.2', '10.1.2.256', '172.32.0.1', '11.0.0.1'],
    ...['0x0a.1.2.3', '10.01.2.3', '*.10.1.2.3', 'a.b|c.de', 'a.b).de', '${x}.de', ''],
  ])('has no %j', (entry) => {
    expect(() => hostsPattern([entry])).toThrow('no private address');
  });

  it('is not empty', () => {
    expect(() => hostsPattern([])).toThrow('no host is listed');
  });
});

it('records every shell in both places, encrypted, as the account of whoever opens it', () => {
  const { inputs } = sessionPreferences({
    ...{ account: '111122223333', bucket: 'recordings', logGroup: '/sekisho/sessions' },
    ...{ kmsKeyId: '', idleMinutes: '20', maximumMinutes: '720' },
  });
  expect(inputs).toMatchObject({
    ...{ s3BucketName: 'recordings', s3KeyPrefix: 'sessions/111122223333' },
    ...{ cloudWatchLogGroupName: '/sekisho/sessions', cloudWatchStreamingEnabled: true },
    ...{ s3EncryptionEnabled: true, cloudWatchEncryptionEnabled: true },
    ...{ runAsEnabled: true, runAsDefaultUser: '' },
  });
});
