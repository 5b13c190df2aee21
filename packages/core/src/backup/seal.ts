import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Encrypter } from 'age-encryption';
import { BackupError } from './format.ts';

const ageBegins = 'age-encryption.org/v1\n';
const gzipBegins = Buffer.from([0x1f, 0x8b]);

/**
 * Compresses lines, and encrypts them by age for all recipients (`age1…`); in clear where there are none.
 * Errors: `BackupError` `bad-recipient`; those of the lines, as the bytes are read.
 */
export async function seal(
  lines: AsyncIterable<string>,
  recipients: readonly string[],
): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = recipients.length === 0 ? null : await encrypterFor(recipients);
  return sealed(lines, encrypter);
}

/** No line is read before somebody reads here: who never comes would keep the database waiting for ever. */
async function* sealed(
  lines: AsyncIterable<string>,
  encrypter: Encrypter | null,
): AsyncGenerator<Uint8Array> {
  const zip = createGzip();
  // What fails is told to whoever reads the other end.
  pipeline(Readable.from(lines, { objectMode: true }), zip).catch((error: Error) =>
    zip.destroy(error),
  );
  try {
    if (encrypter === null) yield* zip;
    else yield* await encrypter.encrypt(Readable.toWeb(zip) as ReadableStream<Uint8Array>);
  } finally {
    zip.destroy();
  }
}

/** Errors: `BackupError` `bad-recipient` naming the first that age does not take. */
export async function refuseBadRecipients(recipients: readonly string[]): Promise<void> {
  if (recipients.length > 0) await encrypterFor(recipients);
}

async function encrypterFor(recipients: readonly string[]): Promise<Encrypter> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch (cause) {
      // A secret key that was given by mistake is not repeated.
      const shown = recipient.startsWith('age1') ? recipient.slice(0, 80) : '';
      throw new BackupError('bad-recipient', shown, cause);
    }
  }
  return encrypter;
}

/**
 * Undoes `seal`. What age has not proven is never given out.
 * @param identities secret keys (`AGE-SECRET-KEY-1…`)
 * Errors: `BackupError` `not-a-backup`, `needs-identity`, `wrong-identity`, `bad-identity`, `damaged`.
 */
export async function* unseal(
  bytes: AsyncIterable<Uint8Array>,
  identities: readonly string[],
): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(bytes, ageBegins.length);
  const encrypted = head.toString('latin1').startsWith(ageBegins);
  if (!encrypted && !head.subarray(0, 2).equals(gzipBegins)) throw new BackupError('not-a-backup');
  const clear = encrypted ? await decrypted(all, identities) : all;
  const zip = createGunzip();
  const feeding = pipeline(Readable.from(clear), zip).catch((error: Error) => zip.destroy(error));
  try {
    for await (const chunk of zip) yield chunk as Uint8Array;
  } catch (cause) {
    throw cause instanceof BackupError ? cause : faultOf(cause);
  } finally {
    zip.destroy();
    await feeding;
  }
}

/** A gzip that ends too soon was cut; anything else that age or gzip does not take was changed. */
function faultOf(cause: unknown): BackupError {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  return new BackupError(code === 'Z_BUF_ERROR' ? 'cut-short' : 'damaged', code, cause);
}

async function decrypted(
  bytes: AsyncIterable<Uint8Array>,
  identities: readonly string[],
): Promise<AsyncIterable<Uint8Array>> {
  if (identities.length === 0) throw new BackupError('needs-identity');
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const identity of identities) {
    try {
      decrypter.addIdentity(identity);
    } catch (cause) {
      throw new BackupError('bad-identity', '', cause);
    }
  }
  const stream = Readable.toWeb(Readable.from(bytes)) as ReadableStream<Uint8Array>;
  try {
    return (await decrypter.decrypt(stream)) as unknown as AsyncIterable<Uint8Array>;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : '';
    throw /no identity|identit/i.test(why)
      ? new BackupError('wrong-identity', '', cause)
      : new BackupError('damaged', why, cause);
  }
}

/** The first bytes, and everything with them. */
async function peek(bytes: AsyncIterable<Uint8Array>, size: number) {
  const reader = bytes[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  for (let held = 0; held < size; ) {
    const { value, done } = await reader.next();
    if (done === true) break;
    parts.push(value);
    held += value.length;
  }
  async function* all() {
    yield* parts;
    for (let next = await reader.next(); next.done !== true; next = await reader.next())
      yield next.value;
  }
  return { head: Buffer.concat(parts), all: all() };
}
