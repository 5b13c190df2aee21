import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Published } from './published.ts';
import { runTool } from './run-tool.ts';
import { writeTypes } from './write-types.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly peerDependencies?: object;
  readonly peerDependenciesMeta?: object;
}

/**
 * Makes of a package's sources what is published: plain ESM with types, beside a package.json of its own.
 *
 * Errors: throws with the tool's own words when bundling or typing fails.
 */
export function writePackage(published: Published): void {
  const { home, dist, script } = published;
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  bundle(published, {
    input: Object.fromEntries(doorsOf(published).map(({ file, source }) => [file, source])),
    output: { dir: dist, format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'shared.js' },
  });
  if (script !== undefined)
    bundle(published, {
      input: join(home, published.doors[script.door] ?? ''),
      output: { file: join(dist, script.file), format: 'iife', name: script.global, minify: true },
    });
  writeTypes(published, (tool, args) => runTool(home, tool, args));
  writeManifest(published);
  copyFileSync(join(home, 'README.md'), join(dist, 'README.md'));
  copyFileSync(join(root, 'LICENSE'), join(dist, 'LICENSE'));
}

/** Each door with the name of its file. */
function doorsOf({ home, doors }: Published) {
  return Object.entries(doors).map(([door, source]) => ({
    ...{ door, file: door === '.' ? 'index' : door.slice(2) },
    source: join(home, source),
  }));
}

function bundle({ home, dist, platform, external }: Published, options: object): void {
  const config = join(dist, 'rolldown.config.mjs');
  const whole = { ...options, platform, external };
  writeFileSync(config, `export default ${JSON.stringify(whole)};\n`);
  runTool(home, 'rolldown', ['--config', config]);
  rmSync(config);
}

function writeManifest(published: Published): void {
  const { home, dist, description, node, doors, script } = published;
  const source = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Manifest;
  const folder = home.replace(/\/$/, '').split('/').at(-1) ?? '';
  const exports = doorsOf(published).map(({ door, file }) => [
    door,
    {
      types: `./types/${folder}/${(doors[door] ?? '').replace(/\.ts$/, '.d.ts')}`,
      default: `./${file}.js`,
    },
  ]);
  const manifest = {
    ...{ name: source.name, version: source.version, description, license: source.license },
    ...{ type: 'module', sideEffects: false, exports: Object.fromEntries(exports) },
    ...(node === undefined ? {} : { engines: { node } }),
    ...(script === undefined ? {} : { unpkg: `./${script.file}`, jsdelivr: `./${script.file}` }),
    peerDependencies: source.peerDependencies,
    peerDependenciesMeta: source.peerDependenciesMeta,
  };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
