import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A permission set that a second lease wants stays when the first lease ends.',
  file: 'packages/core/src/access/kind/desired.ts',
  find: "const live = leases.filter(({ state }) => state === 'granting' || state === 'active');",
  replace:
    "const ends = leases.some(({ state }) => state === 'revoking');\n  const live = leases.filter(({ state }) => !ends && (state === 'granting' || state === 'active'));",
  tests: ['packages/core/src/access/access.test.ts'],
  title: 'stays for a second lease',
};
