import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Simultaneous calls with one key are decided once.',
  file: 'packages/core/src/platform/execute.ts',
  find: 'const replay = claim && (await claimAnswer(tx, verb, claim));',
  replace:
    'const replay = claim && (await claimAnswer(tx, verb, claim), null as { answer: unknown } | null);',
  tests: ['packages/core/src/platform/execute.test.ts'],
  title: 'twenty simultaneous',
};
