/** One import, re-export or `import()` of a source file. */
export interface Import {
  /** As written: `./store.ts`, `@sekisho/core`, `node:fs`. */
  readonly from: string;
  /** The names taken from it; empty when it is taken whole. */
  readonly names: readonly string[];
  readonly line: number;
  /** Path of the imported file from the root of the tree, for relative imports only. */
  readonly path: string | undefined;
}

export interface SourceFile {
  /** From the root of the tree, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  /** Tests, and what only tests, benchmarks and scripts use. */
  readonly isTest: boolean;
}

/** What the rules are asked about. */
export interface Tree {
  readonly files: readonly SourceFile[];
  /** By folder (`packages/core`). */
  readonly workspaces: ReadonlyMap<string, Workspace>;
}

export interface Workspace {
  readonly name: string;
  /** Names of everything its package.json lists, whatever the kind. */
  readonly dependencies: readonly string[];
}

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** The workspace that a path lies in (`packages/core`), or the empty string. */
export function workspaceOf(path: string): string {
  return /^(apps|packages)\/[^/]+/.exec(path)?.[0] ?? '';
}

/** The package that an import names (`@hono/zod-openapi`, `hono`), or undefined for a file or a built-in. */
export function packageOf(from: string): string | undefined {
  if (/^(\.|\/|node:)/.test(from)) return undefined;
  const [first = '', second = ''] = from.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
