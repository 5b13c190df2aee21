import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise:
    'What is lent in Identity Center is taken away at its hard maximum although Sekisho is dead.',
  file: 'packages/core/src/access/kind/change.ts',
  find: '  await cloud.armRemoval(centerOf(lease), order);\n',
  replace: '  void order;\n',
  tests: ['packages/core/src/access/access.test.ts'],
  title: 'has its switch in AWS',
};
