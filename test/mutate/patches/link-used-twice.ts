import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'A link by which a Slack user says who they are is good once.',
  file: 'packages/core/src/people/links/store.ts',
  find: "    .where('linked_at', 'is', null)\n    .where('expires_at', '>', tx.now)",
  replace: "    .where('expires_at', '>', tx.now)",
  tests: ['apps/server/src/slack/linking.test.ts'],
};
