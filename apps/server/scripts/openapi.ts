import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { openapiDocument } from '../src/http/openapi/document.ts';

/*
 * Writes docs/openapi.json, which a running server also serves at /api/openapi.json. `--check` fails
 * when the file is stale.
 */
const target = new URL('../../../docs/openapi.json', import.meta.url);

const text = `${JSON.stringify(openapiDocument(), null, 2)}\n`;
if (!process.argv.includes('--check')) {
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, text);
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
  console.error('docs/openapi.json is stale: run `npm run generate`');
  process.exitCode = 1;
}
