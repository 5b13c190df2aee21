import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Makes a folder's *.json what they are to be: see `keepTexts`. */
export function keepFolder(folder: string, documents: Readonly<Record<string, object>>): void {
  const texts = Object.entries(documents).map(([name, document]) => {
    return [name, `${JSON.stringify(document, null, 2)}\n`] as const;
  });
  keepTexts(folder, '.json', Object.fromEntries(texts));
}

/**
 * Makes a folder's files of one ending what they are to be: writes what is stale, removes what is of
 * nobody. With `--check` on the command line it changes nothing, names each such file and fails.
 */
export function keepTexts(
  folder: string,
  ending: string,
  texts: Readonly<Record<string, string>>,
): void {
  const place = `${root}${folder}`;
  const wanted = Object.entries(texts).map(([name, text]) => [`${name}${ending}`, text] as const);
  mkdirSync(place, { recursive: true });
  const present = readdirSync(place).filter((name) => name.endsWith(ending));
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
