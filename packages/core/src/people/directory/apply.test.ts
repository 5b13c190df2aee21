import fc from 'fast-check';
import { expect, test } from 'vitest';
import { practiceConfig } from '../../../../../test/support/world.ts';
import { overlay } from '../in-force/overlay.ts';
import { withDirectory, withoutDeactivated } from './apply.ts';
import { placesOf } from './places.ts';
import type { Snapshot, SnapshotUser } from './snapshot.ts';

const now = new Date('2026-05-01T12:00:00Z');
const fileWith = (directory: string) =>
  practiceConfig((yaml) => `${yaml}\ndirectory: ${directory}\n`);
const file = fileWith('{ groups: { SREs: sre, Devs: engineers, Others: others } }');
const adding = fileWith('{ people: add, groups: { Devs: engineers } }');

const user = (userName: string, change: Partial<SnapshotUser> = {}): SnapshotUser => ({
  ...{ userId: `id-${userName}`, userName, email: `${userName}@example.com` },
  ...{ active: true, groups: [] },
  ...change,
});
const snapshot = (...users: SnapshotUser[]): Snapshot => ({ readAt: now, users, missing: [] });
const groupsOf = (config: typeof file, id: string) =>
  config.people.find((person) => person.id === id)?.groups;

test('puts people into groups by their e-mail or user name, and says which the directory gave', () => {
  const taro = user('Taro.Suzuki', {
    email: 'TARO.SUZUKI@example.com',
    groups: ['Devs', 'Others'],
  });
  const emi = user('emi.tanaka@example.com', { email: null, groups: ['Others', 'Unknown'] });
  const { people } = withDirectory(file, snapshot(taro, emi), now);
  expect(people.find(({ id }) => id === 'engineer')).toMatchObject({
    ...{ groups: ['engineers', 'others'], directoryGroups: ['others'], role: 'member' },
  });
  expect(people.find(({ id }) => id === 'support')?.groups).toEqual(['support', 'others']);
  expect(people).toHaveLength(file.people.length);
});

test('gives nothing to somebody inactive, to two who could be one person, nor by an old reading', () => {
  const groups = ['Others'];
  const inactive = snapshot(user('taro.suzuki', { active: false, groups }));
  expect(groupsOf(withDirectory(file, inactive, now), 'engineer')).toEqual(['engineers']);
  const one = user('taro.suzuki', { groups });
  const other = { ...one, userId: 'another', email: 'Taro.Suzuki@example.com' };
  const two = snapshot(one, other);
  expect(groupsOf(withDirectory(file, two, now), 'engineer')).toEqual(['engineers']);
  expect(file.directory && placesOf(file, file.directory, two).problems).toEqual([
    { kind: 'same-person', about: 'engineer' },
  ]);
  const fresh = snapshot(one);
  const late = (ms: number) => new Date(now.getTime() + 86_400_000 + ms);
  expect(groupsOf(withDirectory(file, fresh, late(-1)), 'engineer')).toContain('others');
  expect(groupsOf(withDirectory(file, fresh, late(0)), 'engineer')).toEqual(['engineers']);
});

test('adds strangers as members where it is told to, under ids that nobody inherits', () => {
  const strangers = snapshot(
    user('Jun.Ito', { groups: ['Devs'] }),
    user('left', { active: false }),
  );
  const added = withDirectory(adding, strangers, now).people.filter(({ isAdded }) => isAdded);
  expect(added).toMatchObject([
    { id: expect.stringMatching(/^jun-ito-[0-9a-f]{8}$/), role: 'member', groups: ['engineers'] },
  ]);
  const heir = snapshot(user('Jun.Ito', { userId: 'somebody else' }));
  expect(withDirectory(adding, heir, now).people.at(-1)?.id).not.toBe(added[0]?.id);
  expect(withDirectory(file, strangers, now).people).toHaveLength(file.people.length);
});

test('adds none of several with one e-mail, and nobody whose id the file has', () => {
  const twins = [user('a', { email: 'x@example.com' }), user('b', { email: 'X@example.com' })];
  const places = adding.directory && placesOf(adding, adding.directory, snapshot(...twins));
  expect(places).toMatchObject({
    added: [],
    problems: [
      { kind: 'id-taken', about: 'a' },
      { kind: 'id-taken', about: 'b' },
    ],
  });
  const [jun] = withDirectory(adding, snapshot(user('jun')), now).people.slice(-1);
  const [first] = adding.people;
  if (jun === undefined || first === undefined) throw new Error('practice has people');
  const taken = { ...adding, people: [{ ...first, id: jun.id }] };
  expect(withDirectory(taken, snapshot(user('jun')), now).people).toEqual(taken.people);
});

test('adds nobody who could be somebody of the file under another address, and says so', () => {
  const second = ['suzuki_taro', 'TaroSuzuki+aws@old.example.com', 'sre2'];
  const users = second.map((name) => user(name, { email: `${name}-x@elsewhere.example` }));
  const alias = user('t-s', { email: 'taro.suzuki@elsewhere.example' });
  const read = snapshot(...users, alias, user('jun.ito'));
  const added = withDirectory(adding, read, now).people.filter(({ isAdded }) => isAdded);
  expect(added.map(({ name }) => name.en)).toEqual(['jun.ito']);
  expect(adding.directory && placesOf(adding, adding.directory, read).problems).toEqual(
    [...second, 't-s'].map((about) => ({ kind: 'maybe-same-person', about })),
  );
});

test('lets whoever is deactivated only look, however old the reading is, unless it should only tell', () => {
  const gone = { ...snapshot(user('hanako.sato', { active: false })), readAt: new Date(0) };
  const [hanako] = withoutDeactivated(file, file, gone).people;
  expect(hanako).toMatchObject({ role: 'read-only', groups: [], isDeactivated: true });
  const telling = fileWith('{ deactivated: report }');
  expect(withoutDeactivated(telling, telling, gone).people[0]).toEqual({
    ...telling.people[0],
    isDeactivated: true,
  });
});

test('never puts anybody into a group that neither the file, a membership nor the directory gives', () => {
  const people = file.people.map(({ id }) => id);
  const anyUser = fc.record({
    userName: fc.constantFrom('taro.suzuki', 'emi.tanaka', 'hanako.sato', 'jun.ito'),
    active: fc.boolean(),
    groups: fc.subarray(['SREs', 'Devs', 'Others', 'Unmapped']),
  });
  const anyMembership = fc.record({
    person: fc.constantFrom(...people),
    team: fc.constantFrom('sre', 'gone'),
    minutes: fc.integer({ min: -60, max: 60 }),
  });
  const lives = fc.tuple(
    fc.uniqueArray(anyUser, { selector: ({ userName }) => userName }),
    fc.array(anyMembership, { maxLength: 4 }),
    fc.integer({ min: 0, max: 48 }),
  );
  fc.assert(
    fc.property(lives, ([users, memberships, hours]) => {
      const read = {
        ...snapshot(...users.map(({ userName, ...rest }) => user(userName, rest))),
        readAt: new Date(now.getTime() - hours * 3_600_000),
      };
      const given = memberships.map(({ person, team, minutes }) => ({
        ...{ person, team, group: 'sre', role: 'sre' as const, shadows: false },
        until: new Date(now.getTime() + minutes * 60_000),
      }));
      const placed = overlay(withDirectory(file, read, now), { memberships: given }, now);
      for (const person of withoutDeactivated(placed, file, read).people) {
        const own = file.people.find(({ id }) => id === person.id)?.groups ?? [];
        const lent = given.filter((each) => each.person === person.id && each.until > now);
        const of = read.users.find(({ email }) => email === person.email);
        const gives = hours < 24 && of?.active === true ? of.groups : [];
        const mapped = gives.flatMap((name) => file.directory?.groups.get(name) ?? []);
        const all = [
          ...own,
          ...(lent.some(({ team }) => team === 'sre') ? ['sre'] : []),
          ...mapped,
        ];
        const isOut = of?.active === false;
        expect(new Set(person.groups)).toEqual(new Set(isOut ? [] : all));
        if (isOut) expect(person.role).toBe('read-only');
        expect(person.role === 'admin').toBe(!isOut && person.id === 'sre');
      }
    }),
    { numRuns: 100 },
  );
});
