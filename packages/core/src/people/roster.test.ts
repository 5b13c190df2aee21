import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { refusal, requestedLease, roomyConfig } from '../../test/leases.ts';
import { findPerson, personOf } from './roster.ts';

let world: TestWorld;

/** An admin, earlier in the roster, bears at GitHub what is the engineer's id here; the engineer's own login there is a Slack user's id. */
const config = roomyConfig((yaml) =>
  yaml
    .replace('github: hanako-sato', 'github: engineer')
    .replace('github: taro-suzuki', 'github: u0sre2'),
);

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config });
});
afterAll(() => world.database.close());

describe('somebody whose id is another’s login elsewhere', () => {
  it('is themselves when they act', async () => {
    expect(personOf(config, 'engineer')?.role).toBe('member');
    const { person } = await world.as('engineer', 'people.me', {});
    expect(person).toMatchObject({ id: 'engineer', role: 'member' });
  });

  it('approves nothing of their own, nor what only the other may', async () => {
    const { id } = await requestedLease(world);
    expect(await refusal(world.as('engineer', 'lease.approve', { id }))).toBe('self-approval');
    const other = await requestedLease(world, 'sre2');
    const theirs = world.as('engineer', 'lease.approve', { id: other.id });
    expect(await refusal(theirs)).toBe('not-an-approver');
  });

  it('is judged by their own rules when they ask', async () => {
    const { approval } = await world.as('engineer', 'ops.quote', {
      environment: 'production',
      for: '30m',
    });
    expect(approval.people).toContain('sre');
    expect(approval.people).not.toContain('engineer');
  });
});

describe('somebody whom the directory added', () => {
  const broken = { environment: 'production', for: '30m', reason: 'outage', breakGlass: true };
  const withAdded = (addedMayApprove: boolean) => {
    const directory = { adds: true, addedMayApprove, groups: new Map<string, string>() };
    const rest = { refusesDeactivated: true, everySeconds: 900, staleSeconds: 86_400 };
    world.configure(() => ({
      ...config,
      people: config.people.map((each) => (each.id === 'sre2' ? { ...each, isAdded: true } : each)),
      directory: { ...directory, ...rest },
    }));
  };
  afterEach(() => world.configure(() => config));

  it('is no second pair of eyes, and breaks no glass: they may be the one who asks', async () => {
    const { id } = await requestedLease(world);
    withAdded(false);
    expect((await world.as('sre', 'lease.show', { id })).approval.people).toEqual(['sre']);
    expect(await refusal(world.as('sre2', 'lease.approve', { id }))).toBe('not-an-approver');
    expect(await refusal(world.as('sre2', 'ops.start', broken))).toBe('break-glass-not-allowed');
  });

  it('approves where the file says that such people may', async () => {
    const { id } = await requestedLease(world);
    withAdded(true);
    expect((await world.as('sre2', 'lease.approve', { id })).state).toBe('approved');
  });
});

describe('a name that somebody typed', () => {
  it('means the one of that id first, in any case and with an @', () => {
    expect(findPerson(config, '@Engineer')?.id).toBe('engineer');
    expect(findPerson(config, 'ken-watanabe')?.id).toBe('sre2');
  });

  it('means nobody where it is the name of two', () => {
    expect(findPerson(config, 'U0SRE2')).toBeUndefined();
    expect(findPerson(config, 'nobody')).toBeUndefined();
  });
});
