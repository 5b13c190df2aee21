import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Whoever found an open browser cannot add a passkey of their own.',
  file: 'packages/core/src/people/passkeys/passkeys.ts',
  find: "} else if (!hasSteppedUp(principal, 'passkey', now)) {",
  replace: "} else if (!hasSteppedUp(principal, 'login', now)) {",
  tests: ['packages/core/src/people/passkeys/passkeys.test.ts'],
};
