import { dirname, relative, resolve } from 'node:path';
import { entries, folders } from './contents.ts';

const named = /new URL\(\s*'(\.[^']*)',\s*import\.meta\.url,?\s*\)/g;
/** A module's own place, and not a base for another: good in a file that Node starts by its path. */
const own = /import\.meta\.(?:url|dirname|filename|resolve)\b/;

/**
 * Makes what a source names beside itself be found where the package has it.
 *
 * @param root of the checkout
 * @param file the source's path
 * Errors: throws for a path that the package does not hold, and for one that cannot be read here.
 */
export function withPackagePaths(root: string, file: string, code: string): string {
  const changed = code.replaceAll(named, (_, path: string) => {
    const target = relative(root, resolve(dirname(file), path));
    return `new URL('${inPackage(target, `${relative(root, file)} names ${path}`)}', import.meta.url)`;
  });
  const left = changed.replaceAll(/new URL\('[^']*', import\.meta\.url\)/g, '');
  if (own.test(left) && !Object.values(entries).includes(relative(root, file)))
    throw new Error(
      `${relative(root, file)} uses import.meta in a way that cannot be packed: write new URL('./literal', import.meta.url), or make it an entry.`,
    );
  return changed;
}

/** From the folder of the bundled sources, in which all of them lie side by side. */
function inPackage(target: string, said: string): string {
  if (target === '') return '..';
  const entry = Object.entries(entries).find(([, source]) => source === target);
  if (entry !== undefined) return `./${entry[0]}.js`;
  for (const [folder, place] of Object.entries(folders)) {
    if (target === folder) return `../${place}/`;
    if (target.startsWith(`${folder}/`)) return `../${place}${target.slice(folder.length)}`;
  }
  throw new Error(
    `${said}, which the package does not hold: see scripts/publish/sekisho/contents.ts.`,
  );
}
