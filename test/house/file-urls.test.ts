import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

// `new URL('…', import.meta.url).pathname` keeps spaces and 関所 percent-encoded: in such a folder
// nothing is found. `fileURLToPath` decodes.
test('nothing takes the path of its own file undecoded', () => {
  const guilty = ['apps', 'packages', 'scripts', 'bench', 'test']
    .flatMap(sourcesIn)
    .filter((file) => {
      const text = readFileSync(join(root, file), 'utf8');
      return text.includes('import.meta.url') && /\.pathname\b/.test(text);
    });
  expect(guilty).toEqual([]);
});

function sourcesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'dist'].includes(entry.name) ? [] : sourcesIn(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) && !path.endsWith('file-urls.test.ts') ? [path] : [];
  });
}
