import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise:
    'Nobody but GitHub can say what a pull request is: events that it did not sign are refused.',
  file: 'apps/server/src/github/signature.ts',
  find: 'return sameSecret(signature, `sha256=${ours}`);',
  replace: "return sameSecret(signature.slice(0, 7), 'sha256=') && ours !== '';",
  tests: ['apps/server/src/http/ingest/github-door.test.ts'],
};
