// What is published of @sekisho/beacon, in dist/ or in the folder that is named.
import { fileURLToPath } from 'node:url';
import { writePackage } from '../../../scripts/publish/write-package.ts';

const home = fileURLToPath(new URL('..', import.meta.url));

writePackage({
  home,
  dist: process.argv[2] ?? `${home}dist`,
  description: 'What users of a page meet, counted: every fetch with its route, outcome and time',
  doors: { '.': 'src/index.ts' },
  platform: 'browser',
  external: [],
  script: { door: '.', file: 'beacon.js', global: 'sekisho' },
});
