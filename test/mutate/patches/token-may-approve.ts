import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A bare token never approves.',
  file: 'packages/core/src/platform/person-at-door.ts',
  find: "assurance !== 'token' && assurance !== 'none'",
  replace: "assurance !== 'none'",
  tests: ['packages/core/src/registry.test.ts'],
  title: 'lease.approve.*never done by an agent',
};
