import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Failure } from '../failure.ts';
import type { Host } from '../host.ts';
import { unreadable } from '../verbs/timeline-files.ts';
import { objectFrom } from './object-place.ts';

/** A backup that can be read. */
export interface Source {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Why its place did not give all of it, whatever the backup made of that; null when it did. */
  failure(error: unknown): Failure | null;
  close(): void | Promise<void>;
}

/** Opens `s3://BUCKET/KEY`, or a file. Errors: `Failure` when nothing there can be read. */
export async function openSource(host: Host, from: string): Promise<Source> {
  const object = objectFrom(host, from);
  if (object === null) return openFile(host, from);
  const { openObject } = await import('./object.ts');
  return openObject(host, object);
}

async function openFile(host: Host, file: string): Promise<Source> {
  const handle = await open(resolve(host.cwd, file)).catch((error: unknown) => {
    throw unreadable(host, file, error);
  });
  const bytes = handle.createReadStream();
  return {
    bytes,
    failure: (error) =>
      (error as NodeJS.ErrnoException).syscall === 'read' ? unreadable(host, file, error) : null,
    async close() {
      bytes.destroy();
      await handle.close();
    },
  };
}
