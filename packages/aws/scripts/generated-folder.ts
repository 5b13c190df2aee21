import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Makes a folder's *.json what they are to be: writes what is stale, removes what is of nobody. With
 * `--check` on the command line it changes nothing, names each such file and fails.
 */
export function keepFolder(folder: string, documents: Readonly<Record<string, object>>): void {
  const place = `${root}${folder}`;
  const wanted = Object.entries(documents).map(([name, document]) => {
    return [`${name}.json`, `${JSON.stringify(document, null, 2)}\n`] as const;
  });
  mkdirSync(place, { recursive: true });
  const present = readdirSync(place).filter((name) => name.endsWith('.json'));
  const strays = present.filter((name) => !wanted.some(([file]) => file === name));
  const stale = wanted.filter(([name, text]) => {
    return !present.includes(name) || readFileSync(`${place}/${name}`, 'utf8') !== text;
  });
  if (process.argv.includes('--check')) {
    for (const name of [...strays, ...stale.map(([file]) => file)]) {
      console.error(`${folder}/${name} is stale: run \`npm run generate\``);
      process.exitCode = 1;
    }
    return;
  }
  for (const name of strays) rmSync(`${place}/${name}`);
  for (const [name, text] of stale) writeFileSync(`${place}/${name}`, text);
}
