import type { Change } from '../reading/change.ts';
import type { Configuration, Module } from '../reading/configuration.ts';
import { type Risk, risk } from './risk.ts';

/** Where the code of a plan stands, and what was changed there. */
export interface Directories {
  /** Directory of the root module, from the top of the repository: `envs/production`. */
  readonly root: string;
  /** Directories in which the pull request changes files. */
  readonly changed: readonly string[];
}

/**
 * Changes whose code the pull request did not touch: neither the root module's directory nor that of
 * a module on the way to them. They come from somewhere else: another branch, a version, the world.
 */
export function directoryRisks(
  changes: readonly Change[],
  { root }: Configuration,
  { root: rootDirectory, changed }: Directories,
): readonly Risk[] {
  const top = normal(rootDirectory);
  const touched = changed.map(normal);
  const known = new Map<string, string | null>();
  return changes.flatMap((change) => {
    if (change.mode !== 'managed' || change.action === 'no-op') return [];
    const key = JSON.stringify(change.modules);
    if (!known.has(key)) known.set(key, outsideOf(change.modules, root, { top, touched }));
    const where = known.get(key) ?? null;
    return where === null ? [] : [risk(change, 'outside-directories', 'warning', { where })];
  });
}

/** The innermost directory of the way, when none of it was touched; null when one was. */
function outsideOf(
  modules: readonly string[],
  root: Module,
  { top, touched }: { readonly top: string; readonly touched: readonly string[] },
): string | null {
  const way = [top];
  let [here, module] = [top, root as Module | undefined];
  for (const name of modules) {
    module = module?.calls.get(name);
    if (module === undefined || !/^\.{1,2}\//.test(module.source)) break;
    here = normal(`${here}/${module.source}`);
    way.push(here);
  }
  const isTouched = way.some((directory) => touched.some((one) => isWithin(one, directory)));
  return isTouched ? null : here || '.';
}

/** Files of a directory count; those of modules below it count only by a way that leads there. */
function isWithin(changed: string, directory: string): boolean {
  if (changed === directory) return true;
  // What a module reads beside its code (templates, policies) stands below it.
  return directory !== '' && changed.startsWith(`${directory}/`);
}

/** `a/./b/../c/` is `a/c`; the top is empty. What leads out of the repository keeps its `..`. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
