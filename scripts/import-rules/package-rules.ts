import type { Tree, Violation } from './source-file.ts';
import { packageOf, workspaceOf } from './source-file.ts';

const adapters =
  /^(@sekisho\/(aws|practice)|@slack\/.+|@aws-sdk\/.+|@smithy\/.+|@?hono(\/.+)?|react(-dom)?)$/;

/** Packages are below apps. */
export function packagesKnowNoApp(tree: Tree): readonly Violation[] {
  const apps = [...tree.workspaces].filter(([folder]) => folder.startsWith('apps/'));
  const names = new Set(apps.map(([, workspace]) => workspace.name));
  return dependsOn(
    tree,
    /^packages\//,
    (name) => names.has(name),
    (name) => {
      return `a package never imports an app (${name}): data goes door → verb → domain → port ← adapter`;
    },
  );
}

/** Core declares ports; adapters implement them and are handed to it. */
export function coreKnowsNoAdapter(tree: Tree): readonly Violation[] {
  return dependsOn(
    tree,
    /^packages\/core$/,
    (name) => adapters.test(name),
    (name) => {
      return `core knows no adapter (${name}): declare a port in core and implement it outside`;
    },
  );
}

/** Doors and core share the contract, so it may depend on none of them. */
export function contractStandsAlone(tree: Tree): readonly Violation[] {
  const ours = new Set([...tree.workspaces.values()].map((workspace) => workspace.name));
  const other = (name: string): boolean => ours.has(name) && name !== '@sekisho/contract';
  return dependsOn(tree, /^packages\/contract$/, other, (name) => {
    return `the contract imports no other package of ours (${name})`;
  });
}

/** A file of another workspace is reached by that package's name, so that its package.json says so. */
export function bordersAreCrossedByName(tree: Tree): readonly Violation[] {
  return tree.files.flatMap((file) => {
    const home = workspaceOf(file.path);
    return file.imports.flatMap(({ path, line }) => {
      if (path === undefined || file.path.startsWith('scripts/')) return [];
      const there = workspaceOf(path);
      if (there === home) return [];
      // Tests of a package may use what all tests share.
      if (there === '' && file.isTest && path.startsWith('test/')) return [];
      if (home === '' && file.isTest) return [];
      return [
        { path: file.path, line, message: `reaches into ${path}: import the package by its name` },
      ];
    });
  });
}

/** Both ways of depending: an import in a file, and a line in package.json. */
function dependsOn(
  tree: Tree,
  folders: RegExp,
  forbidden: (name: string) => boolean,
  explain: (name: string) => string,
): readonly Violation[] {
  const listed = [...tree.workspaces].flatMap(([folder, workspace]) =>
    folders.test(folder)
      ? workspace.dependencies
          .filter(forbidden)
          .map((name) => ({ path: `${folder}/package.json`, line: 1, message: explain(name) }))
      : [],
  );
  const imported = tree.files.flatMap((file) =>
    folders.test(workspaceOf(file.path))
      ? file.imports.flatMap(({ from, line }) => {
          const name = packageOf(from);
          if (name === undefined || !forbidden(name)) return [];
          return [{ path: file.path, line, message: explain(name) }];
        })
      : [],
  );
  return [...listed, ...imported];
}
