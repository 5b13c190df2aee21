import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'An agent or a job never approves.',
  file: 'packages/core/src/platform/execute.ts',
  find: "principal.kind === 'person' && principal.assurance",
  replace: "principal.kind !== 'system' && principal.assurance",
  tests: ['packages/core/src/registry.test.ts'],
  title: 'never done by an agent',
};
