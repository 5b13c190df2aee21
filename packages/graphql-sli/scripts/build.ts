// Makes of the sources what is published: plain ESM with types, in dist/, beside a package.json of its own.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const root = join(home, '..', '..');
const dist = process.argv[2] ?? join(home, 'dist');
const doors = ['apollo', 'yoga'] as const;

interface Manifest {
  readonly version: string;
  readonly license: string;
  readonly peerDependencies: object;
  readonly peerDependenciesMeta: object;
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
bundle();
writeTypes();
writeManifest();
copyFileSync(join(home, 'README.md'), join(dist, 'README.md'));
copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));

/** The code: our own other packages go in, peers and Node's modules stay outside. */
function bundle(): void {
  const inputs = doors.map((door) => join(home, 'src', door, 'index.ts'));
  const config = join(dist, 'rolldown.config.mjs');
  const named = Object.fromEntries(doors.map((door, index) => [door, inputs[index]]));
  const options = {
    input: named,
    platform: 'node',
    external: ['graphql', 'graphql-yoga', '@apollo/server'],
    output: { dir: dist, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'shared.js' },
  };
  writeFileSync(config, `export default ${JSON.stringify(options)};\n`);
  run('rolldown', ['--config', config]);
  rmSync(config);
}

/** The types, file by file; what they import by our package names or as .ts becomes a path to .js. */
function writeTypes(): void {
  const packages = join(root, 'packages');
  const types = join(dist, 'types');
  // Types of another package of ours are written only if each file is asked for itself: which of them
  // counts as a library's depends on where the compiler meets it first.
  const counted = filesIn(join(packages, 'counting', 'src', 'graphql')).filter(isSource);
  const inputs = [...doors.map((door) => join(home, 'src', door, 'index.ts')), ...counted];
  run('tsc', [
    ...['--ignoreConfig', '--declaration', '--emitDeclarationOnly', '--skipLibCheck', '--strict'],
    ...['--target', 'es2024', '--lib', 'es2024,dom', '--module', 'nodenext', '--types', 'node'],
    ...['--exactOptionalPropertyTypes', '--allowImportingTsExtensions'],
    ...['--rootDir', packages, '--outDir', types],
    ...inputs,
  ]);
  const counting = join(types, 'counting', 'src', 'graphql', 'index.js');
  for (const file of filesIn(types)) {
    const near = relative(dirname(file), counting);
    const text = readFileSync(file, 'utf8')
      .replaceAll("'@sekisho/counting/graphql'", `'${near}'`)
      .replaceAll('"@sekisho/counting/graphql"', `"${near}"`)
      .replace(/((?:from|import\()\s*["']\.[^"']*)\.ts(["'])/g, '$1.js$2');
    writeFileSync(file, text);
  }
}

function writeManifest(): void {
  const source = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Manifest;
  const manifest = {
    name: '@sekisho/graphql-sli',
    version: source.version,
    description: 'SLIs of GraphQL operations by what was answered: Apollo Server 5, GraphQL Yoga 5',
    license: source.license,
    type: 'module',
    engines: { node: '>=20' },
    sideEffects: false,
    exports: Object.fromEntries(
      doors.map((door) => [
        `./${door}`,
        { types: `./types/graphql-sli/src/${door}/index.d.ts`, default: `./${door}.js` },
      ]),
    ),
    peerDependencies: source.peerDependencies,
    peerDependenciesMeta: source.peerDependenciesMeta,
  };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

function isSource(file: string): boolean {
  return file.endsWith('.ts') && !file.endsWith('.test.ts');
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function run(tool: string, args: readonly string[]): void {
  const program = join(root, 'node_modules', '.bin', tool);
  try {
    execFileSync(program, args, { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${tool} failed:\n${stdout}${stderr}`, { cause: error });
  }
}
