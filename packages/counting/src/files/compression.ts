import { once } from 'node:events';
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
 * Tells by the first bytes, not by the name: S3 and proxies decompress under way.
 * Sources: RFC 1952 (1f 8b), RFC 8878 (28 b5 2f fd; skippable frames, which a frame may follow, 184d2a5?).
 */
export function compressionOf(beginning: Buffer): Compression {
  if (beginning[0] === 0x1f && beginning[1] === 0x8b) return 'gzip';
  const [first, ...rest] = beginning.subarray(0, 4);
  const frame = rest[0] === 0xb5 && rest[1] === 0x2f && rest[2] === 0xfd;
  return first === 0x28 && frame ? 'zstd' : 'none';
}

/** Makes a decoder that hands every piece of text on by `push`; several gzip members or zstd frames follow each other. */
export function createDecoder(compression: Compression, push: (text: Buffer) => void): Decoder {
  if (compression === 'gzip') return decoderOf(createGunzip({ chunkSize }), push);
  if (compression === 'zstd') return decoderOf(createZstdDecompress({ chunkSize }), push);
  return {
    write: async (piece) => push(piece),
    end: async () => {},
  };
}

function decoderOf(stream: Transform, push: (text: Buffer) => void): Decoder {
  const failed = new Promise<never>((_, fail) => stream.on('error', fail));
  failed.catch(() => {}); // told by whoever writes next
  stream.on('data', push);
  return {
    write: (piece) =>
      Promise.race([
        failed,
        new Promise<void>((done, fail) => {
          stream.write(piece, (error) => (error ? fail(error) : done()));
        }),
      ]),
    async end() {
      const ended = once(stream, 'end');
      stream.end();
      await Promise.race([failed, ended]);
    },
  };
}
