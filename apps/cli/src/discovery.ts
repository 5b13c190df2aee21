import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  folderAndAbove,
  isLiving,
  isLoopback,
  type PracticeFile,
  type PracticeReading,
  practiceFileIn,
  practiceFolderOfUser,
  readPracticeFile,
} from '@sekisho/practice/files';

/** Where discovery looks; all of it is known before anything is read. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
  readonly root: string;
  readonly uid: number | null;
}

/** What discovery found: a running practice server, or the files it would not trust. */
export interface Discovery {
  readonly found: PracticeFile | null;
  readonly unsafe: readonly Extract<PracticeReading, { kind: 'unsafe' }>[];
}

/** Finds the practice server of this folder, of this checkout, or else of this user. */
export function discoverPractice(around: Surroundings): Discovery {
  return firstLiving(placesInOrder(around), around.uid, () => true);
}

/** Finds the file of the practice server at an address, to learn its secret. */
export function discoverPracticeAt(around: Surroundings, url: string): Discovery {
  if (!isLoopback(url)) return { found: null, unsafe: [] };
  const wanted = placeOf(url);
  return firstLiving(placesInOrder(around), around.uid, (file) => placeOf(file.url) === wanted);
}

/** Every path that may hold a practice file, the most telling first. */
export function placesInOrder({ env, cwd, home, root }: Surroundings): readonly string[] {
  const data = env.SEKISHO_DATA ? [resolve(cwd, env.SEKISHO_DATA)] : [];
  const nearby = folderAndAbove(cwd).map((folder) => join(folder, '.sekisho'));
  const byUser = practiceFolderOfUser(home, env.XDG_STATE_HOME);
  const preferred = join(byUser, `${env.SEKISHO_PORT || '4545'}.json`);
  const others = newestFirst(byUser);
  const folders = [...data, ...nearby, join(root, '.sekisho')];
  return [...new Set([...folders.map(practiceFileIn), preferred, ...others])];
}

function firstLiving(
  places: readonly string[],
  uid: number | null,
  fits: (file: PracticeFile) => boolean,
): Discovery {
  const unsafe: Extract<PracticeReading, { kind: 'unsafe' }>[] = [];
  for (const place of places) {
    const reading = readPracticeFile(place, uid);
    if (reading.kind === 'unsafe') unsafe.push(reading);
    if (reading.kind !== 'found' || !fits(reading.file) || !isLiving(reading.file)) continue;
    return { found: reading.file, unsafe };
  }
  return { found: null, unsafe };
}

function newestFirst(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return []; // no practice server of this user has run yet
  }
  const paths = names.map((name) => join(folder, name));
  const writtenAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return paths.toSorted((a, b) => writtenAt(b) - writtenAt(a));
}

/** The same server under its different spellings: `localhost`, `127.0.0.1`, a slash at the end. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { protocol, port } = new URL(url);
  return isLoopback(url) ? `${protocol}//loopback:${port || '80'}` : url;
}
