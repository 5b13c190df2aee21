import { expect, it } from 'vitest';
import { testConfig } from '../test/config.ts';
import { mentionsOnCall } from './on-call.ts';

const since = new Date('2026-01-05T00:00:00Z');
const people = testConfig.people.map((person) =>
  person.id === 'engineer' ? { ...person, shadowsOnCall: true } : person,
);

it('a page is for whoever is on call, and for those who shadow them', () => {
  const onCall = { rotation: ['sre'], everySeconds: 3600, since };
  expect(mentionsOnCall({ ...testConfig, people, onCall }, since)).toEqual([
    '<@U0SRE>',
    '<@U0ENG>',
  ]);
  expect(mentionsOnCall({ ...testConfig, onCall }, since)).toEqual(['<@U0SRE>']);
  const theirTurn = { ...onCall, rotation: ['engineer'] };
  expect(mentionsOnCall({ ...testConfig, people, onCall: theirTurn }, since)).toEqual(['<@U0ENG>']);
});
