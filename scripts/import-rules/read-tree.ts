import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseImports } from './parse-imports.ts';
import type { SourceFile, Tree, Workspace } from './source-file.ts';

const skipped = new Set(['node_modules', 'dist', 'coverage']);
const tops = ['apps', 'images', 'packages', 'test', 'bench', 'scripts'];

/** Reads every source file below `root` that the rules speak of. */
export function readTree(root: string): Tree {
  const paths = tops.flatMap((top) => walk(root, top));
  return {
    files: paths
      .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
      .map((path) => readSource(root, path)),
    workspaces: new Map(
      paths.flatMap((path) => {
        const folder = /^((?:apps|images|packages)\/[^/]+)\/package\.json$/.exec(path)?.[1];
        return folder === undefined ? [] : [[folder, readWorkspace(root, path)] as const];
      }),
    ),
  };
}

function readSource(root: string, path: string): SourceFile {
  return {
    path,
    imports: parseImports(path, readFileSync(join(root, path), 'utf8')),
    isTest:
      /\.test\.tsx?$|\.config\.ts$|^(test|bench|scripts)\//.test(path) ||
      /^(apps|images|packages)\/[^/]+\/(.+\/)?(test|scripts)\//.test(path),
  };
}

function readWorkspace(root: string, path: string): Workspace {
  const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as {
    name: string;
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
    peerDependencies?: Record<string, string>;
  };
  const { dependencies, devDependencies, peerDependencies } = manifest;
  return {
    name: manifest.name,
    dependencies: Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }),
  };
}

function walk(root: string, folder: string): readonly string[] {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(join(root, folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    const visible = !entry.name.startsWith('.') && !skipped.has(entry.name);
    return entry.isDirectory() && visible ? walk(root, path) : [];
  });
}

function list(folder: string) {
  return readdirSync(folder, { withFileTypes: true });
}
