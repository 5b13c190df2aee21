import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Practice lets a lent session do what the policies of its role allow, and nothing else.',
  file: 'packages/practice/src/aws/perform.ts',
  find: 'judge(world, call);',
  replace: '',
  tests: ['packages/aws/test/ci-cloud.practice.test.ts'],
  title: 'tags sessions so that one lease',
};
