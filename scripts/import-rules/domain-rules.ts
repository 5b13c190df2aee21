import type { Import, SourceFile, Tree, Violation } from './source-file.ts';

const inCore = /^packages\/core\/src\/([^/]+)\/(.+)$/;
const inDoor = /^apps\/server\/src\/(http|slack|mcp)\//;

/**
 * Another domain of core is entered through its index.ts; only platform may be entered anywhere.
 * A narrow entry of the package (src/cloud.ts) may take one file out of a domain: it exists to load no more.
 */
export function domainsByTheirIndex(tree: Tree): readonly Violation[] {
  return eachImport(tree, (file, imported) => {
    if (file.isTest || !file.path.startsWith('packages/core/src/')) return undefined;
    const target = inCore.exec(imported.path ?? '');
    const [, domain = '', inside = ''] = target ?? [];
    if (target === null || domain === 'platform' || inside === 'index.ts') return undefined;
    const here = inCore.exec(file.path)?.[1];
    if (here === domain || (here === undefined && !file.path.endsWith('/index.ts')))
      return undefined;
    return `reaches into the domain "${domain}": import it through ${domain}/index.ts`;
  });
}

/** Platform is below every domain of core. */
export function platformKnowsNoDomain(tree: Tree): readonly Violation[] {
  return eachImport(tree, (file, imported) => {
    if (file.isTest || !file.path.startsWith('packages/core/src/platform/')) return undefined;
    const inside = imported.path?.startsWith('packages/core/src/') === true;
    if (!inside || imported.path?.startsWith('packages/core/src/platform/')) return undefined;
    return 'platform imports no domain: let the domain hand it what it needs';
  });
}

/** Doors stand beside each other: what two of them share belongs below them. */
export function doorsApart(tree: Tree): readonly Violation[] {
  return eachImport(tree, (file, imported) => {
    const here = inDoor.exec(file.path)?.[1];
    const there = inDoor.exec(imported.path ?? '')?.[1];
    if (file.isTest || here === undefined || there === undefined || here === there)
      return undefined;
    return `the door "${here}" imports the door "${there}": move what they share out of both`;
  });
}

/** In core, SQL is written by stores and migrations; a verb never sees the raw database. */
export function sqlInStores(tree: Tree): readonly Violation[] {
  return eachImport(tree, (file, imported) => {
    if (file.isTest || !file.path.startsWith('packages/core/src/')) return undefined;
    if (/\/platform\/|\/migrations(\/|\.ts$)|\/store\.ts$/.test(file.path)) return undefined;
    if (!/^kysely($|\/)/.test(imported.from) && !imported.names.includes('sqlOf')) return undefined;
    return 'only store.ts, migrations and platform write SQL: move the query to the store';
  });
}

function eachImport(
  tree: Tree,
  judge: (file: SourceFile, imported: Import) => string | undefined,
): readonly Violation[] {
  return tree.files.flatMap((file) =>
    file.imports.flatMap((imported) => {
      const message = judge(file, imported);
      return message === undefined ? [] : [{ path: file.path, line: imported.line, message }];
    }),
  );
}
