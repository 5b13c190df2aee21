// Builds the web console, and knows whether what was built is still what the sources say.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { capture, root } from './house.mjs';
import { alone } from './lock.mjs';

const folder = join(root, 'apps', 'console');
const stamp = join(folder, 'dist', '.built-from');

/** Builds the console when its sources, or those of a package it uses, differ from what was built last. */
export async function ensureConsoleBuilt() {
  if (isFresh()) return;
  await alone('console', async () => {
    if (!isFresh()) await buildConsole();
  });
}

/** Builds the console into apps/console/dist; ends the process with the reason when that fails. */
export async function buildConsole() {
  console.log('Building the console …');
  const from = sourcesHash();
  const built = await capture('vite', ['build'], { cwd: folder });
  if (built.code !== 0) {
    console.error(`${built.output.trim()}\nThe console could not be built.`);
    process.exit(1);
  }
  writeFileSync(stamp, from);
}

function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash();
}

function sourcesHash() {
  const hash = createHash('sha256');
  // A newer Vite or React builds another console.
  const files = [join(root, 'package-lock.json'), ...workspacesOf(folder).flatMap(filesIn)];
  for (const file of files) hash.update(`${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

/** The folder and those of our packages that it uses, directly or through another. */
function workspacesOf(start) {
  const found = new Set([start]);
  for (const workspace of found) {
    const manifest = JSON.parse(readFileSync(join(workspace, 'package.json'), 'utf8'));
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      if (name.startsWith('@sekisho/')) found.add(join(root, 'packages', name.slice(9)));
    }
  }
  return [...found];
}

function filesIn(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => !['dist', 'node_modules'].includes(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
    });
}
