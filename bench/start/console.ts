import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Figure } from '../shared/figure.ts';

const dist = new URL('../../apps/console/dist/', import.meta.url);
const goalKilobytes = 250;

/** Size of the scripts and styles that the console's page asks for by itself, gzip's default level. */
export function measureConsole(): Figure[] {
  const page = readFileSync(new URL('index.html', dist), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path ?? '',
  );
  const sizes = [...new Set(files)].map(
    (path) => gzipSync(readFileSync(new URL(path.replace(/^\//, ''), dist))).length,
  );
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  return [
    {
      name: `console, first load (${sizes.length} files, gzip)`,
      value: kilobytes,
      unit: 'kB',
      goal: { atMost: goalKilobytes },
    },
  ];
}
