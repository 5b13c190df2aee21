import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A login comes back in the browser that began it.',
  file: 'packages/core/src/people/logins/logins.ts',
  find: 'row !== undefined && row.browser_hash === hashToken(browser)',
  replace: "row !== undefined && hashToken(browser) !== ''",
  tests: ['apps/server/src/http/login/login.test.ts'],
  title: 'another browser',
};
