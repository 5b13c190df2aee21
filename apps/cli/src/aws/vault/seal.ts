import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';

/*
 * A text under a passphrase: scrypt for the key, AES-256-GCM for the text and for whatever stands
 * before it. Costs of scrypt: OWASP Password Storage Cheat Sheet (N = 2^17, r = 8, p = 1).
 */

/** A key of one passphrase and salt; deriving it takes a good part of a second, on purpose. */
export interface SealKey {
  readonly salt: Buffer;
  readonly key: Buffer;
}

const header = Buffer.from('sekisho-sealed-1\n', 'ascii');
const saltBytes = 16;
const ivBytes = 12;
const tagBytes = 16;
const overhead = header.length + saltBytes + ivBytes + tagBytes;
const cost = { N: 2 ** 17, r: 8, p: 1, maxmem: 160 * 2 ** 20 };

/** The salt that a sealed text names; null when it is no text of ours. */
export function saltOf(sealed: Buffer): Buffer | null {
  if (sealed.length < overhead || !sealed.subarray(0, header.length).equals(header)) return null;
  return sealed.subarray(header.length, header.length + saltBytes);
}

/** The key for a passphrase. @param salt of the text to open; a new one for a new text */
export function deriveKey(
  passphrase: string,
  salt: Buffer = randomBytes(saltBytes),
): Promise<SealKey> {
  return new Promise((done, fail) => {
    // Typed in two ways, the same letters are the same passphrase.
    scrypt(passphrase.normalize('NFKC'), salt, 32, cost, (error, key) =>
      error === null ? done({ salt: Buffer.from(salt), key }) : fail(error),
    );
  });
}

export function seal(text: string, { salt, key }: SealKey): Buffer {
  const iv = randomBytes(ivBytes);
  const front = Buffer.concat([header, salt, iv]);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(front);
  const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([front, cipher.getAuthTag(), hidden]);
}

/** The text again; null when the key is another one, or a single bit of it was changed. */
export function unseal(sealed: Buffer, { key }: SealKey): string | null {
  const front = sealed.subarray(0, overhead - tagBytes);
  const tag = sealed.subarray(overhead - tagBytes, overhead);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, front.subarray(-ivBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(front)
      .setAuthTag(tag);
    const text = [decipher.update(sealed.subarray(overhead)), decipher.final()];
    return Buffer.concat(text).toString('utf8');
  } catch {
    return null;
  }
}
