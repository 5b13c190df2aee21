import { type Dirent, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { ServiceFileFault } from './service-file.ts';
import { unreadable } from './unreadable.ts';

const folderName = 'services';
const maximumFiles = 2000;
const maximumDepth = 8;

/** A file of SLOs that is there. */
export interface ListedFile {
  /** Its name as people will see it. */
  readonly file: string;
  readonly path: string;
  /** Changes when the file does: what it leads to, its size and when it was written. */
  readonly stamp: string;
}

/** Lists what `readServiceFiles` reads, in order of name. */
export function listServiceFiles(configFile: string): readonly (ListedFile | ServiceFileFault)[] {
  const path = join(dirname(configFile), folderName);
  let root: string;
  try {
    root = realpathSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    return [unreadable(shownName(path), error)];
  }
  const found: (ListedFile | ServiceFileFault)[] = [];
  list(path, root, 0, found);
  if (found.length <= maximumFiles) return found;
  const file = found[maximumFiles]?.file ?? shownName(path);
  const facts = { maximum: maximumFiles };
  return [...found.slice(0, maximumFiles), { file, fault: 'too-many-files', facts }];
}

function list(
  folder: string,
  root: string,
  depth: number,
  found: (ListedFile | ServiceFileFault)[],
): void {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    found.push(unreadable(shownName(folder), error));
    return;
  }
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    // One more than the limit shows that there are more.
    if (found.length > maximumFiles) return;
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    const file = shownName(path);
    if (entry.isDirectory() && depth < maximumDepth) list(path, root, depth + 1, found);
    else if (entry.isDirectory())
      found.push({ file, fault: 'folder-too-deep', facts: { maximum: maximumDepth } });
    else if (entry.isSymbolicLink()) found.push(...linked(path, entry.name, root));
    else if (isDefinition(entry.name)) found.push(stamped(path));
  }
}

/** A link to a file within the folder is that file; every other is told, as nothing may be left out in silence. */
function linked(
  path: string,
  name: string,
  root: string,
): readonly (ListedFile | ServiceFileFault)[] {
  const file = shownName(path);
  try {
    const target = realpathSync(path);
    const inside = target.startsWith(`${root}${sep}`);
    if (inside && statSync(target).isFile()) return isDefinition(name) ? [stamped(path)] : [];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT' && code !== 'ELOOP') return [unreadable(file, error)];
  }
  return [{ file, fault: 'link-not-followed', facts: {} }];
}

function stamped(path: string): ListedFile | ServiceFileFault {
  const file = shownName(path);
  try {
    const target = realpathSync(path);
    const { ino, size, mtimeMs, ctimeMs } = lstatSync(target);
    return { file, path: target, stamp: [target, ino, size, mtimeMs, ctimeMs].join(' ') };
  } catch (error) {
    return unreadable(file, error);
  }
}

function isDefinition(name: string): boolean {
  return /\.ya?ml$/i.test(name);
}

/** Names are anyone's: one with a new line must not look like another line of the answer. */
function shownName(path: string): string {
  return path.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
