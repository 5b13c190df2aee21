// `npm run generate [-- --check]`: writes the generated files, or says which are stale.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ensureInstalled } from './ensure-installed.mjs';
import { generators } from './generators.mjs';
import { capture, root } from './house.mjs';

const checkOnly = process.argv.includes('--check');
await ensureInstalled();
const results = await Promise.all(generators.map(refresh));
process.exit(results.every(Boolean) ? 0 : 1);

async function refresh({ file, generator }) {
  const made = await capture(generator, []);
  if (made.code !== 0) return failed(`${generator} failed:\n${made.output}`);
  const text = await formatted(file, made.stdout);
  if (text === undefined) return failed(`${generator} printed what Biome cannot format.`);
  if (text === contentOf(file)) return true;
  if (checkOnly) return failed(`${file} is stale: run "npm run generate" and commit it.`);
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
  console.log(`wrote ${file}`);
  return true;
}

async function formatted(file, text) {
  if (!/\.(json|ts)$/.test(file)) return text;
  const done = await capture('biome', ['format', `--stdin-file-path=${file}`], { input: text });
  return done.code === 0 ? done.stdout : undefined;
}

function contentOf(file) {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function failed(message) {
  console.error(message);
  return false;
}
