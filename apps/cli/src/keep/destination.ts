import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { type Written, writeWhole } from '@sekisho/core/backup';
import { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { say } from '../sentences/say.ts';
import { objectAt } from './object-place.ts';

/** Where a command line wants a backup. */
export interface Destination {
  readonly shown: string;
  /**
   * Keeps bytes, all of them or nothing.
   * @param check is asked when all of them went by and before they have their name; what it throws undoes it
   * Errors: `Failure`; those of the bytes and the file system.
   */
  keep(bytes: AsyncIterable<Uint8Array>, check?: (written: Written) => void): Promise<Written>;
}

/** Reads `s3://BUCKET/KEY`, or the path of a file. Errors: `Failure` when it is neither. */
export function destinationOf(host: Host, to: string, kmsKey: string | undefined): Destination {
  const object = objectAt(host, to);
  if (object === null) {
    if (kmsKey !== undefined) throw new Failure('bad-input', say(host, 'backup-kms-file'));
    const file = resolve(host.cwd, to);
    return { shown: file, keep: (bytes, check) => writeWhole(file, bytes, check) };
  }
  return {
    shown: object.shown,
    async keep(bytes, check) {
      const { writeObject } = await import('./object.ts');
      const weighed = weigh(bytes, check);
      await writeObject(host, object, weighed.bytes, kmsKey);
      return weighed.written();
    },
  };
}

/** The same bytes, weighed as they go by. */
function weigh(bytes: AsyncIterable<Uint8Array>, check?: (written: Written) => void) {
  const digest = createHash('sha256');
  let size = 0;
  let written: Written = { bytes: 0, sha256: '' };
  async function* passing() {
    for await (const chunk of bytes) {
      digest.update(chunk);
      size += chunk.length;
      yield chunk;
    }
    written = { bytes: size, sha256: digest.digest('hex') };
    check?.(written);
  }
  return { bytes: passing(), written: () => written };
}
