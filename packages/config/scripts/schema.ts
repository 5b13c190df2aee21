import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { jsonSchema } from '../src/index.ts';

/*
 * Writes schemas/sekisho.schema.json, which editors read while someone writes sekisho.yaml.
 * `--check` fails when the file is stale.
 */
const folder = new URL('../../../schemas/', import.meta.url);
const target = new URL('sekisho.schema.json', folder);
const text = `${JSON.stringify(jsonSchema(), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(target, text);
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  console.error('schemas/sekisho.schema.json is stale: run `npm run generate`');
  process.exitCode = 1;
}
