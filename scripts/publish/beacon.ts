// What is published of @sekisho/beacon, in dist/ or in the folder that is named.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePackage } from './write-package.ts';

const home = fileURLToPath(new URL('../../packages/beacon', import.meta.url));

writePackage({
  home,
  dist: process.argv[2] ?? join(home, 'dist'),
  description: 'What users of a page meet, counted: every fetch with its route, outcome and time',
  doors: { '.': 'src/index.ts' },
  platform: 'browser',
  external: [],
  script: { door: '.', file: 'beacon.js', global: 'sekisho' },
});
