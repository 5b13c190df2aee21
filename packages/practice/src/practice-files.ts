import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/*
 * How a practice server says where it is: a file that only its owner can read, once in its data
 * folder and once per user by port. The server writes it by the same path rules as this reads it.
 */

/** What the file of a running practice server holds. */
export interface PracticeFile {
  /** Address of console and API, without a trailing slash. */
  readonly url: string;
  readonly secret: string;
  readonly awsUrl?: string;
  readonly slackUrl?: string;
  readonly pid?: number;
}

/** What reading one path gave: nothing there, a file not to be trusted (and why), or its contents. */
export type PracticeReading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsafe'; readonly path: string; readonly why: UnsafeWhy }
  | { readonly kind: 'found'; readonly path: string; readonly file: PracticeFile };

export type UnsafeWhy = 'open-to-others' | 'another-owner' | 'not-loopback' | 'not-readable';

/** Path of the practice file inside a data folder (`SEKISHO_DATA`, `.sekisho`). */
export function practiceFileIn(dataFolder: string): string {
  return join(dataFolder, 'practice.json');
}

/** Folder of one user's copies, `<port>.json` each; `stateHome` is `XDG_STATE_HOME` or undefined. */
export function practiceFolderOfUser(home: string, stateHome: string | undefined): string {
  const state = stateHome?.startsWith('/') ? stateHome : join(home, '.local', 'state');
  return join(state, 'sekisho', 'practice');
}

/** The folder and every folder above it, nearest first. */
export function folderAndAbove(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...folderAndAbove(parent)];
}

/**
 * Reads a practice file, unless another user could have written it or can read its secret.
 * @param uid user id of this process; null where the system has none, and nothing is checked
 */
export function readPracticeFile(path: string, uid: number | null): PracticeReading {
  let descriptor: number;
  try {
    // Without following a link, and judged on the opened file: nobody can swap it in between.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const missing = ['ENOENT', 'ENOTDIR', 'EACCES'].includes(codeOf(error));
    return missing ? { kind: 'absent' } : { kind: 'unsafe', path, why: 'not-readable' };
  }
  try {
    const { uid: owner, mode } = fstatSync(descriptor);
    if (uid !== null && owner !== uid) return { kind: 'unsafe', path, why: 'another-owner' };
    if (uid !== null && (mode & 0o077) !== 0)
      return { kind: 'unsafe', path, why: 'open-to-others' };
    return judge(path, JSON.parse(readFileSync(descriptor, 'utf8')));
  } catch {
    return { kind: 'unsafe', path, why: 'not-readable' };
  } finally {
    closeSync(descriptor);
  }
}

/** Whether the process that wrote the file still runs; a file that names none is taken at its word. */
export function isLiving(file: PracticeFile): boolean {
  if (file.pid === undefined) return true;
  try {
    process.kill(file.pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** Whether an address is of this machine; a practice secret goes nowhere else. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

function judge(path: string, contents: unknown): PracticeReading {
  if (!isPracticeFile(contents)) return { kind: 'unsafe', path, why: 'not-readable' };
  if (!isLoopback(contents.url)) return { kind: 'unsafe', path, why: 'not-loopback' };
  return { kind: 'found', path, file: contents };
}

function isPracticeFile(value: unknown): value is PracticeFile {
  if (typeof value !== 'object' || value === null) return false;
  const { url, secret, pid } = value as Record<string, unknown>;
  const pidFits = pid === undefined || (Number.isInteger(pid) && (pid as number) > 0);
  return typeof url === 'string' && typeof secret === 'string' && secret !== '' && pidFits;
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}
