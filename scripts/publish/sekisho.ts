// What is published as `sekisho`: command, server, console and practice, in dist/ or in the folder that is named.
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from './run-tool.ts';
import { folders, library } from './sekisho/contents.ts';
import { closureOf, type LockedPackages, lockedVersion } from './sekisho/locked.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const home = join(root, 'apps', 'cli');
const dist = process.argv[2] ?? join(home, 'dist');
const config = join(root, 'scripts', 'publish', 'sekisho', 'rolldown.config.ts');

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const write = (name: string, value: object) =>
  writeFileSync(join(dist, name), `${JSON.stringify(value, null, 2)}\n`);

rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'bin'), { recursive: true });
runTool(home, 'rolldown', [
  '--config',
  config,
  '--dir',
  join(dist, library),
  '--log-level',
  'warn',
]);

const imported = readJson(join(dist, library, 'foreign.json')) as readonly string[];
rmSync(join(dist, library, 'foreign.json'));
const needed = [...new Set(imported.filter((id) => !isBuiltin(id)).map(packageOf))];
const { packages } = readJson(join(root, 'package-lock.json')) as { packages: LockedPackages };
const dependencies = Object.fromEntries(
  needed.map((name) => [name, lockedVersion(packages, name)]),
);
const { version, license } = readJson(join(home, 'package.json')) as Readonly<
  Record<'version' | 'license', string>
>;
const engines = { node: '^22.15.0 || >=24' };
const manifest = { name: 'sekisho', version, license, engines };
const bin = { sekisho: 'bin/sekisho.mjs' };

write('package.json', {
  ...manifest,
  description: 'Strong powers are asked for in chat, lent for a while, and taken back on time',
  ...{ type: 'module', bin, exports: { './package.json': './package.json' }, dependencies },
});
write('npm-shrinkwrap.json', {
  ...{ name: 'sekisho', version, lockfileVersion: 3, requires: true },
  packages: { '': { ...manifest, bin, dependencies }, ...closureOf(packages, needed) },
});
for (const [folder, place] of Object.entries(folders))
  cpSync(join(root, folder), join(dist, place), { recursive: true });
copyFileSync(join(dirname(config), 'bin.mjs'), join(dist, bin.sekisho));
chmodSync(join(dist, bin.sekisho), 0o755);
copyFileSync(join(home, 'README.md'), join(dist, 'README.md'));
copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));

/** `@scope/name/path` → `@scope/name`. */
function packageOf(id: string): string {
  return id.split('/', id.startsWith('@') ? 2 : 1).join('/');
}
