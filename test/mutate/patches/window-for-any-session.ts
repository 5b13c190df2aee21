import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A window makes strong the sessions that it was opened for, and no others of the role.',
  file: 'packages/core/src/ci/policies/window.ts',
  find: `StringEquals: { 'aws:userid': sessionNames.map((name) => \`\${roleId}:\${name}\`).sort() },`,
  replace: `StringLike: { 'aws:userid': sessionNames.map(() => \`\${roleId}:*\`) },`,
  tests: ['packages/core/src/ci/policies/window.test.ts'],
  title: 'gives nothing to another session',
};
