import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A verb is refused to roles that are too weak for it.',
  file: 'packages/core/src/platform/execute.ts',
  find: 'if (roles.indexOf(role) < roles.indexOf(verb.role)) {',
  replace: 'if (roles.indexOf(role) < 0) {',
  tests: ['packages/core/src/registry.test.ts'],
  title: 'lease.stop-all.*refuses a weaker role',
};
