import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { examplePolicies } from '../src/policies/index.ts';

/*
 * Writes docs/iam/*.json: for each role of an example installation the policy that it needs, from what
 * the adapters declare. `--check` fails when a file is stale, missing or of no role.
 */
const folder = new URL('../../../docs/iam/', import.meta.url);

function main(check: boolean): void {
  const wanted = Object.entries(examplePolicies()).map(([name, document]) => {
    return [`${name}.json`, `${JSON.stringify(document, null, 2)}\n`] as const;
  });
  mkdirSync(folder, { recursive: true });
  const present = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const strays = present.filter((name) => !wanted.some(([file]) => file === name));
  const stale = wanted.filter(([name, text]) => {
    return !present.includes(name) || readFileSync(new URL(name, folder), 'utf8') !== text;
  });
  if (check) {
    for (const name of [...strays, ...stale.map(([file]) => file)]) {
      console.error(`docs/iam/${name} is stale: run \`npm run generate\``);
      process.exitCode = 1;
    }
    return;
  }
  for (const name of strays) rmSync(new URL(name, folder));
  for (const [name, text] of stale) writeFileSync(new URL(name, folder), text);
}

main(process.argv.includes('--check'));
