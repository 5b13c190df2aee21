import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A bare token never approves.',
  file: 'packages/core/src/platform/execute.ts',
  find: "principal.assurance !== 'token' && principal.assurance !== 'none'",
  replace: "principal.assurance !== 'none'",
  tests: ['packages/core/src/registry.test.ts'],
  title: 'never done by an agent',
};
