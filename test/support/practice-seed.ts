import { readFileSync } from 'node:fs';

/** The text of practice's sekisho.yaml, which most tests begin with. */
export const practiceSeed = readFileSync(
  new URL('../../packages/practice/seed/sekisho.yaml', import.meta.url),
  'utf8',
);
