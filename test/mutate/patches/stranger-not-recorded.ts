import type { Patch } from '../patch.ts';

export const patch: Patch = {
  promise: 'Whoever is turned away at a door is an entry.',
  file: 'apps/server/src/slack/people.ts',
  find: "if ('refused' in admission) await record(",
  replace: "if ('refused' in admission && who.team === '') await record(",
  tests: ['apps/server/src/slack/people.test.ts'],
  title: 'guest is refused',
};
