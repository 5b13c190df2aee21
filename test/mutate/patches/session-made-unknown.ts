import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'What a job may still hold when its lease ends is denied.',
  file: 'packages/core/src/ci/issue.ts',
  find: "  await insertSession(tx, { id: tx.ids.id('ses'), lease: lease.id, role, expires_at });\n",
  replace: '  void [insertSession, expires_at];\n',
  tests: ['packages/core/src/ci/life.test.ts'],
  title: 'a role that a job has',
};
