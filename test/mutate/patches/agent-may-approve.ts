import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'An agent or a job never approves.',
  file: 'packages/core/src/platform/person-at-door.ts',
  find: "return kind === 'person' && assurance",
  replace: "return kind !== 'system' && assurance",
  tests: ['packages/core/src/registry.test.ts'],
  title: 'lease.approve.*never done by an agent',
};
