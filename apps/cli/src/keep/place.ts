import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Host } from '../host.ts';

/** Where a database is. */
export type Place =
  | { readonly engine: 'postgres'; readonly url: string; readonly shown: string }
  | { readonly engine: 'embedded'; readonly directory: string; readonly shown: string };

/** Reads `postgres://…`, `pglite:DIRECTORY`, `file://…` or the path of a directory. */
export function placeOf({ cwd }: Pick<Host, 'cwd'>, text: string): Place {
  if (/^postgres(ql)?:\/\//.test(text)) {
    return { engine: 'postgres', url: text, shown: shownUrl(text) };
  }
  const path = text.startsWith('file://') ? fileURLToPath(text) : text.replace(/^pglite:/, '');
  const directory = resolve(cwd, path);
  return { engine: 'embedded', directory, shown: directory };
}

/** An address without what only its owner may see. */
function shownUrl(text: string): string {
  if (!URL.canParse(text)) return 'PostgreSQL';
  const { host, pathname } = new URL(text);
  return `postgres://${host}${pathname}`;
}

/** The data directory that a server here would use, when it holds a database. */
export function directoryHere({
  env,
  cwd,
  root,
}: Pick<Host, 'env' | 'cwd' | 'root'>): Place | null {
  const folders = env.SEKISHO_DATA
    ? [resolve(cwd, env.SEKISHO_DATA)]
    : [join(cwd, '.sekisho'), join(root, '.sekisho')];
  const directory = folders.find((folder) => existsSync(join(folder, 'pglite', 'PG_VERSION')));
  return directory === undefined ? null : { engine: 'embedded', directory, shown: directory };
}
