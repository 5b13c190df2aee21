import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A denial of ended leases cuts no live one.',
  file: 'packages/core/src/ci/policies/ended.ts',
  find: 'const others = denyOthers([...isLive]);',
  replace: 'const others = denyOthers([...isLive].slice(1));',
  tests: ['packages/core/src/ci/policies/ended.test.ts'],
};
