import { createHash } from 'node:crypto';
import type { LogFiles, TailedFile } from '../../ports.ts';

/** Bytes by which a file is known again: lines of logs bear times, so that no two logs begin alike for long. */
export const mostBytes = 1024;
/** Fewer are not enough to take one file for a copy of another. */
const tellingBytes = 64;

/** The first bytes of a file, as text for storage: how many, and their hash. */
export function beginningOf(bytes: Buffer): string {
  const first = bytes.subarray(0, mostBytes);
  return `${first.length}:${createHash('sha256').update(first).digest('hex').slice(0, 32)}`;
}

/** How many bytes a stored beginning is about. */
export function lengthOf(beginning: string): number {
  return Number.parseInt(beginning, 10);
}

/** Whether bytes begin as a stored beginning says. */
export function beginsAs(bytes: Buffer, beginning: string): boolean {
  const length = lengthOf(beginning);
  return bytes.length >= length && beginningOf(bytes.subarray(0, length)) === beginning;
}

/** Whether bytes begin so much as a stored beginning says that they are the same log. */
export function isSameLog(bytes: Buffer, beginning: string): boolean {
  return lengthOf(beginning) >= tellingBytes && beginsAs(bytes, beginning);
}

/** Reads a file's first bytes. Errors: `SourceError`. */
export async function readBeginning(files: LogFiles, file: TailedFile): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of files.read(file, 0)) {
    pieces.push(Buffer.from(piece.subarray(0, mostBytes - size)));
    size += piece.length;
    if (size >= mostBytes) break;
  }
  return Buffer.concat(pieces);
}
