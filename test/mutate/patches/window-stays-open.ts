import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A window shuts by itself, by AWS’s clock.',
  file: 'packages/core/src/ci/policies/window.ts',
  find: 'wholeSecond(until, Math.floor) },\n    StringEquals',
  replace: '`2099${wholeSecond(until, Math.floor).slice(4)}` },\n    StringEquals',
  tests: ['packages/core/src/ci/policies/window.test.ts'],
};
