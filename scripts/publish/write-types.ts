import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Published } from './published.ts';

const packages = fileURLToPath(new URL('../../packages', import.meta.url));

/** The types, file by file; what they import by our package names or as .ts becomes a path to .js. */
export function writeTypes(
  { home, dist, doors, typesOf = {} }: Pick<Published, 'home' | 'dist' | 'doors' | 'typesOf'>,
  run: (tool: string, args: readonly string[]) => void,
): void {
  const types = join(dist, 'types');
  // Types of another package of ours are written only if each file is asked for itself: which of them
  // counts as a library's depends on where the compiler meets it first.
  const others = Object.values(typesOf).flatMap((folder) =>
    filesIn(join(packages, folder)).filter(isSource),
  );
  run('tsc', [
    ...['--ignoreConfig', '--declaration', '--emitDeclarationOnly', '--skipLibCheck', '--strict'],
    ...['--target', 'es2024', '--lib', 'es2024,dom', '--module', 'nodenext', '--types', 'node'],
    ...['--exactOptionalPropertyTypes', '--allowImportingTsExtensions'],
    ...['--rootDir', packages, '--outDir', types],
    ...Object.values(doors).map((source) => join(home, source)),
    ...others,
  ]);
  for (const file of filesIn(types)) {
    let text = readFileSync(file, 'utf8');
    for (const [name, folder] of Object.entries(typesOf)) {
      const near = relative(dirname(file), join(types, folder, 'index.js'));
      text = text.replaceAll(`'${name}'`, `'${near}'`).replaceAll(`"${name}"`, `"${near}"`);
    }
    text = text.replace(/((?:from|import\()\s*["']\.[^"']*)\.ts(["'])/g, '$1.js$2');
    writeFileSync(file, text);
  }
}

function isSource(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.test.ts');
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
