import type { Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';

export type Compression = 'gzip' | 'zstd' | 'none';

const chunkSize = 256 * 1024;

/** Takes a file's bytes in order and hands on what they say. */
export interface Decoder {
  /** Resolves when all that the piece says has been handed on; the piece may be overwritten then. Errors: throws zlib's error for damaged data. */
  write(piece: Buffer): Promise<void>;
  /** Errors: throws when the data was cut off. */
  end(): Promise<void>;
}

/**
 * Tells by the first bytes, not by the name: S3 and proxies decompress under way. A zstd file may
 * begin with a frame that holds no data (5? 2a 4d 18), as those of parallel compressors do.
 * Sources: RFC 1952 (1f 8b), RFC 8878 (28 b5 2f fd; 3.1.2, skippable frames).
 */
export function compressionOf(beginning: Buffer): Compression {
  if (beginning[0] === 0x1f && beginning[1] === 0x8b) return 'gzip';
  const [first, ...rest] = beginning.subarray(0, 4);
  const frame = first === 0x28 && rest[0] === 0xb5 && rest[1] === 0x2f && rest[2] === 0xfd;
  const skippable = rest[0] === 0x2a && rest[1] === 0x4d && rest[2] === 0x18;
  return frame || (skippable && ((first ?? 0) & 0xf0) === 0x50) ? 'zstd' : 'none';
}

/** Makes a decoder that hands every piece of text on by `push`; several gzip members or zstd frames follow each other. */
export function createDecoder(compression: Compression, push: (text: Buffer) => void): Decoder {
  if (compression === 'gzip') return decoderOf(() => createGunzip({ chunkSize }), push, padding);
  if (compression === 'zstd') return decoderOf(() => createZstdDecompress({ chunkSize }), push);
  return {
    write: async (piece) => push(piece),
    end: async () => {},
  };
}

/** Where bytes begin that are not zero: tapes and block devices fill up with zeros, which gzip passes over. */
function padding(rest: Buffer): number {
  const at = rest.findIndex((byte) => byte !== 0);
  return at < 0 ? rest.length : at;
}

/** `bytesWritten`: how many bytes the stream has taken in. */
type ZlibStream = Transform & { readonly bytesWritten: number };

/**
 * Node's zstd ends at a frame's end although bytes are left, without a word about them: another
 * stream must take those. (Its gunzip goes on by itself, unless zeros follow.)
 * @param meaningless how many bytes between two of them stand for nothing
 */
function decoderOf(
  create: () => ZlibStream,
  push: (text: Buffer) => void,
  meaningless: (rest: Buffer) => number = () => 0,
): Decoder {
  let stream = begin(create(), push);
  return {
    async write(piece) {
      let rest = piece;
      for (;;) {
        const before = stream.bytesWritten();
        if (await stream.write(rest)) return;
        rest = rest.subarray(stream.bytesWritten() - before);
        rest = rest.subarray(meaningless(rest));
        if (rest.length === 0) return;
        stream = begin(create(), push);
      }
    },
    end: () => stream.end(),
  };
}

function begin(stream: ZlibStream, push: (text: Buffer) => void) {
  const failed = new Promise<never>((_, fail) => stream.on('error', fail));
  failed.catch(() => {}); // told by whoever writes next
  const ended = new Promise<false>((done) => stream.on('end', () => done(false)));
  stream.on('data', push);
  return {
    bytesWritten: () => stream.bytesWritten,
    /** False when the stream ended before it had taken all. */
    write: (piece: Buffer) =>
      Promise.race([
        failed,
        ended,
        new Promise<true>((done, fail) => {
          stream.write(piece, (error) => (error ? fail(error) : done(true)));
        }),
      ]),
    async end(): Promise<void> {
      stream.end();
      await Promise.race([failed, ended]);
    },
  };
}
