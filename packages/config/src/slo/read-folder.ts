import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { listServiceFiles } from './list-folder.ts';
import type { ServiceFile } from './service-file.ts';
import { unreadable } from './unreadable.ts';

/** Of all files together. */
const maximumBytes = 32_000_000;
/** One byte more than the reader of definitions takes, so that it says that a file is too large. */
const maximumRead = 1_000_001;

/**
 * Reads the files of SLOs beside sekisho.yaml: every `.yaml` and `.yml` under `services`, in order of
 * name. Names that begin with a dot are left out; links are followed to files within the folder only,
 * as a Kubernetes ConfigMap has them. What cannot be read is answered as a fault, never thrown.
 * @param configFile path of sekisho.yaml
 */
export function readServiceFiles(configFile: string): readonly ServiceFile[] {
  const found: ServiceFile[] = [];
  let bytes = 0;
  for (const entry of listServiceFiles(configFile)) {
    const one = 'fault' in entry ? entry : readOne(entry.path, entry.file);
    if ('text' in one) bytes += one.text.length;
    if (bytes > maximumBytes) {
      const { file } = one;
      return [...found, { file, fault: 'files-too-large', facts: { maximumBytes } }];
    }
    found.push(one);
  }
  return found;
}

function readOne(path: string, file: string): ServiceFile {
  try {
    // Opening a pipe would wait for whoever writes it.
    const opened = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!fstatSync(opened).isFile()) return { file, fault: 'not-a-file', facts: {} };
      return { file, text: readUpTo(opened, maximumRead) };
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    return unreadable(file, error);
  }
}

function readUpTo(opened: number, limit: number): Uint8Array {
  const chunks: Buffer[] = [];
  let size = 0;
  while (size < limit) {
    const chunk = Buffer.alloc(Math.min(65_536, limit - size));
    const read = readSync(opened, chunk);
    if (read === 0) break;
    chunks.push(chunk.subarray(0, read));
    size += read;
  }
  return Buffer.concat(chunks);
}
