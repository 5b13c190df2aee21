import type { Config } from '@sekisho/config';
import { expect, it } from 'vitest';
import { testConfig } from '../test/config.ts';
import { peopleOnCall } from './on-call.ts';

const since = new Date('2026-01-05T00:00:00Z');
const people = testConfig.people.map((person) =>
  person.id === 'engineer' ? { ...person, shadowsOnCall: true } : person,
);

it('a page is for whoever is on call, and for those who shadow them', () => {
  const onCall = { rotation: ['sre'], everySeconds: 3600, since };
  const paged = (config: Config) => peopleOnCall(config, since).map(({ id }) => id);
  expect(paged({ ...testConfig, people, onCall })).toEqual(['sre', 'engineer']);
  expect(paged({ ...testConfig, onCall })).toEqual(['sre']);
  const theirTurn = { ...onCall, rotation: ['engineer'] };
  expect(paged({ ...testConfig, people, onCall: theirTurn })).toEqual(['engineer']);
});
