import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { practiceFolderOfUser } from '@sekisho/practice/files';
import type { Host } from '../host.ts';

type Place = Pick<Host, 'env' | 'home' | 'uid'>;

/** Where the token of a session is: in the system's keychain, under a passphrase, or beside it in clear. */
export type TokenPlace = 'keychain' | 'sealed' | 'file';

/** A session that `sekisho login` opened, as it is kept on this machine. */
export interface KeptSession {
  /** Address of the server without a trailing slash. */
  readonly url: string;
  /** Absent in what an older version wrote, which put it into the file. */
  readonly place?: TokenPlace;
  /** Only where `place` is `file`. */
  readonly token?: string;
  /** ISO 8601. */
  readonly expiresAt: string;
}

/** Beside what practice writes of itself: a folder of this user's alone. */
function folderOf({ env, home }: Place): string {
  return join(practiceFolderOfUser(home, env.XDG_STATE_HOME), '..', 'sessions');
}

function pathOf(place: Place, url: string): string {
  return join(folderOf(place), `${encodeURIComponent(url.toLowerCase())}.json`);
}

/** The session for a server; null when there is none, it is over, or another user could have written or read it. */
export function keptSession(place: Place & Pick<Host, 'now'>, url: string): KeptSession | null {
  const kept = readOwn(pathOf(place, url), place.uid);
  const good = kept !== null && kept.url === url && Date.parse(kept.expiresAt) > place.now();
  return good ? kept : null;
}

/** The session to use where no server is named: that which was opened last, as long as it is good. */
export function newestSession(place: Place & Pick<Host, 'now'>): KeptSession | null {
  let names: readonly string[];
  try {
    names = readdirSync(folderOf(place)).filter((name) => name.endsWith('.json'));
  } catch {
    return null; // nobody has signed in here yet
  }
  const good = names
    .map((name) => readOwn(join(folderOf(place), name), place.uid))
    .filter((kept) => kept !== null && Date.parse(kept.expiresAt) > place.now());
  return good.toSorted((a, b) => (a && b ? b.expiresAt.localeCompare(a.expiresAt) : 0))[0] ?? null;
}

/** Keeps a session where only this user reads it. Errors: those of the file system. */
export function keepSession(place: Place, session: KeptSession): void {
  const path = pathOf(place, session.url);
  mkdirSync(folderOf(place), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(session), { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
}

export function forgetSession(place: Place, url: string): void {
  rmSync(pathOf(place, url), { force: true });
}

function readOwn(path: string, uid: number | null): KeptSession | null {
  let descriptor: number | null = null;
  try {
    // Judged on the opened file, and without following a link: nobody can swap it in between.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const { uid: owner, mode } = fstatSync(descriptor);
    if (uid !== null && (owner !== uid || (mode & 0o077) !== 0)) return null;
    const kept: unknown = JSON.parse(readFileSync(descriptor, 'utf8'));
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function isKept(value: unknown): value is KeptSession {
  if (typeof value !== 'object' || value === null) return false;
  const { url, place, token, expiresAt } = value as Record<string, unknown>;
  const texts =
    place === 'keychain' || place === 'sealed' ? [url, expiresAt] : [url, token, expiresAt];
  return texts.every((each) => typeof each === 'string' && each !== '');
}
