import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A token does only what its scopes name.',
  file: 'packages/core/src/platform/execute.ts',
  find: 'if (context.scopes && !context.scopes.some((scope) => scopeCovers(scope, verb.name))) {',
  replace: "if (context.scopes?.length === 0 && !scopeCovers('', verb.name)) {",
  tests: ['packages/core/src/registry.test.ts'],
  title: 'ops.stop.*refuses a token without its scope',
};
