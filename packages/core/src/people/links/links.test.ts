import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../../../test/support/world.ts';
import { entriesDuring, refusal, roomyConfig } from '../../../test/leases.ts';
import { movingRoster } from '../../../test/moving-roster.ts';
import { askForLink, confirmLink, linkedPerson, type SlackUser } from './links.ts';

const { config, without } = movingRoster(roomyConfig());
let world: TestWorld;
beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config });
});
afterAll(() => world.database.close());

let who: SlackUser;
beforeEach(() => {
  who = { team: 'T0TEST', user: world.core.house.ids.id('U') };
});

const ask = () => askForLink(world.core.house, who);
const confirm = (person: string, secret: string) =>
  confirmLink(world.core.house, contextOf(person).principal, secret);
const linked = async () => (await linkedPerson(world.core.house, who))?.id ?? null;

/** A link that was asked for at the same moment as another: neither made the other void. */
async function askBeside(): Promise<string> {
  const { house } = world.core;
  const user = house.ids.id('U');
  const secret = await askForLink(house, { ...who, user });
  await world.database.kysely
    .updateTable('slack_links')
    .set({ slack_user: who.user })
    .where('slack_user', '=', user)
    .execute();
  return secret;
}

describe('a Slack link', () => {
  it('of a Slack user whose person left makes room for whoever confirms that it is they', async () => {
    const { id } = await confirm('engineer', await ask());
    await without('engineer', async () => {
      expect(await linked()).toBeNull();
      const secret = await ask();
      const { entries } = await entriesDuring(world, () => confirm('sre2', secret));
      expect(entries).toMatchObject([
        { action: 'people.link-dropped', subject: id, data: { person: 'engineer' } },
        { action: 'people.link', actor: { id: 'sre2' } },
      ]);
      expect(await linked()).toBe('sre2');
    });
    expect(await linked()).toBe('sre2');
  });

  it('ends with a new roster, so that nobody inherits it by the id', async () => {
    const { id } = await confirm('engineer', await ask());
    const { entries } = await entriesDuring(world, () =>
      without('engineer', () => world.core.configChanged()),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({ action: 'people.link-dropped', subject: id }),
    );
    expect(await linked()).toBeNull();
  });

  it('outlives a new roster that still has its person', async () => {
    await confirm('sre2', await ask());
    await without('engineer', () => world.core.configChanged());
    expect(await linked()).toBe('sre2');
  });

  it('is replaced by its own person’s confirmation, and by nobody else’s', async () => {
    const first = await confirm('engineer', await ask());
    const again = await ask();
    expect(await refusal(confirm('sre2', again))).toBe('link-taken');
    expect(await linked()).toBe('engineer');
    const second = await confirm('engineer', again);
    const mine = await world.as('engineer', 'people.links', {});
    const ids = mine.map(({ id }) => id);
    expect([ids.includes(first.id), ids.includes(second.id)]).toEqual([false, true]);
  });

  it('is one person’s although two confirm at once', async () => {
    const people = ['engineer', 'sre2'] as const;
    for (let round = 0; round < 5; round += 1) {
      who = { ...who, user: world.core.house.ids.id('U') };
      const secrets = [await ask(), await askBeside()] as const;
      const codes = people.map((person, at) => refusal(confirm(person, secrets[at] ?? '')));
      expect(new Set(await Promise.all(codes))).toEqual(new Set(['link-taken', null]));
    }
  });
});
