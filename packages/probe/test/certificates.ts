import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';

/** A certificate and its key, made for this run alone. */
export interface Pair {
  readonly cert: string;
  readonly key: string;
}

interface Wish {
  readonly name: string;
  /** Days from now at which it ends; negative for one that has ended. */
  readonly days: number;
}

const OID = {
  ecdsaWithSha256: [42, 134, 72, 206, 61, 4, 3, 2],
  commonName: [85, 4, 3],
  basicConstraints: [85, 29, 19],
  subjectAltName: [85, 29, 17],
};

/** An authority, and certificates that it signs: as little of X.509 as a client looks at. */
export function makeAuthority(): { readonly cert: string; issue(wish: Wish): Pair } {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const isAuthority = extension(OID.basicConstraints, tlv(0x30, tlv(1, [255])), true);
  const subject = { name: 'Test authority', days: 30 };
  const cert = certificate(subject, keys.publicKey, keys.privateKey, isAuthority);
  return {
    cert,
    issue: (wish) => {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const names = tlv(0x30, tlv(0x82, [...Buffer.from(wish.name)]));
      const named = extension(OID.subjectAltName, names, false);
      const key = own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      return { cert: certificate(wish, own.publicKey, keys.privateKey, named), key };
    },
  };
}

function certificate(
  { name, days }: Wish,
  publicKey: KeyObject,
  signer: KeyObject,
  ext: number[],
): string {
  const algorithm = tlv(0x30, tlv(6, OID.ecdsaWithSha256));
  const serial = [1, ...crypto.getRandomValues(new Uint8Array(8))];
  const begin = Date.now() - 40 * 86_400_000;
  const tbs = tlv(0x30, [
    ...tlv(0xa0, tlv(2, [2])),
    ...tlv(2, serial),
    ...algorithm,
    ...nameOf('Test authority'),
    ...tlv(0x30, [...time(begin), ...time(Date.now() + days * 86_400_000)]),
    ...nameOf(name),
    ...publicKey.export({ type: 'spki', format: 'der' }),
    ...tlv(0xa3, tlv(0x30, ext)),
  ]);
  const signature = [...sign('sha256', Buffer.from(tbs), signer)];
  const der = tlv(0x30, [...tbs, ...algorithm, ...tlv(3, [0, ...signature])]);
  return new X509Certificate(Buffer.from(der)).toString();
}

function nameOf(text: string): number[] {
  const attribute = [...tlv(6, OID.commonName), ...tlv(12, [...Buffer.from(text)])];
  return tlv(0x30, tlv(0x31, tlv(0x30, attribute)));
}

function time(ms: number): number[] {
  const digits = new Date(ms).toISOString().replace(/[-:T]|\.\d+/g, '');
  return tlv(0x18, [...Buffer.from(digits)]);
}

function extension(oid: number[], value: number[], isCritical: boolean): number[] {
  return tlv(0x30, [...tlv(6, oid), ...(isCritical ? tlv(1, [255]) : []), ...tlv(4, value)]);
}

function tlv(tag: number, content: number[]): number[] {
  const { length } = content;
  if (length < 128) return [tag, length, ...content];
  if (length < 256) return [tag, 0x81, length, ...content];
  return [tag, 0x82, length >> 8, length & 255, ...content];
}
