import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A lease ends on time although Systems Manager answers nothing.',
  file: 'packages/core/src/ops/read-sessions.ts',
  find: 'orCloudError(cloud.sessions(place, batch))',
  replace: 'cloud.sessions(place, batch)',
  tests: ['packages/core/src/leases/engine/keeping.test.ts'],
  title: 'Systems Manager',
};
