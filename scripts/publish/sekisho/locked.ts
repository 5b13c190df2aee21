/** One package of a package-lock.json, as far as we read it. */
export interface LockedPackage {
  readonly name?: string;
  readonly version: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** The packages of a lock by their path: `node_modules/a/node_modules/b`. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

const registry = 'https://registry.npmjs.org';

/** The package of that name at the top of the tree. Errors: throws when the lock has none. */
export function lockedVersion(packages: LockedPackages, name: string): string {
  const found = packages[`node_modules/${name}`];
  if (found === undefined) throw new Error(`${name} is imported, but not in package-lock.json`);
  return found.version;
}

/**
 * The part of a lock that these packages need, where it lies: what was tested is what is installed.
 *
 * npm looks into its cache by what `resolved` and `integrity` say, and puts the registry that its user has
 * chosen in the place of the public one.
 */
export function closureOf(packages: LockedPackages, names: readonly string[]): LockedPackages {
  const found = new Map<string, LockedPackage>();
  const waiting = names.map((name) => ({ from: '', name, must: true }));
  for (const { from, name, must } of waiting) {
    const path = pathOf(packages, from, name);
    const entry = path === null ? undefined : packages[path];
    if (path === null || entry === undefined) {
      if (must)
        throw new Error(`${name}, which ${from || 'Sekisho'} needs, is not in package-lock.json`);
      continue;
    }
    if (found.has(path)) continue;
    found.set(path, published(path, entry));
    waiting.push(...needsOf(path, entry));
  }
  return Object.fromEntries([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function needsOf(from: string, entry: LockedPackage) {
  const optional = Object.keys(entry.optionalDependencies ?? {});
  const peers = Object.keys(entry.peerDependencies ?? {});
  const isOptional = (name: string) => entry.peerDependenciesMeta?.[name]?.optional === true;
  return [
    ...Object.keys(entry.dependencies ?? {}).map((name) => ({ from, name, must: true })),
    ...optional.map((name) => ({ from, name, must: false })),
    ...peers.filter((name) => !isOptional(name)).map((name) => ({ from, name, must: true })),
  ];
}

/** Where Node would find it: beside the package that needs it, or in a folder above. */
function pathOf(packages: LockedPackages, from: string, name: string): string | null {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const path = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (at === '') return null;
  }
}

/** Nothing of it is for development only. */
function published(path: string, { dev: _, devOptional, ...entry }: LockedPackage): LockedPackage {
  const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const file = `${name.slice(name.lastIndexOf('/') + 1)}-${entry.version}.tgz`;
  const resolved = `${registry}/${name}/-/${file}`;
  return { ...entry, ...(devOptional && { optional: true }), ...{ resolved } };
}
