import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { createWorld, type TestWorld } from '../../../../test/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase() });
});
afterAll(() => world.database.close());

const refusals = async () => {
  const entries = await world.as('sre', 'timeline.list', { limit: 500 });
  return entries.filter(({ action }) => action === 'door.refused');
};
const turnAway = (id: string) => world.core.turnAway({ door: 'slack', id, code: 'not-in-roster' });

it('a stranger at a door becomes an entry that says who and why', async () => {
  await turnAway('T0OTHER/U0NEW');
  expect(await refusals()).toMatchObject([
    {
      actor: { id: 'slack:T0OTHER/U0NEW', assurance: 'none' },
      outcome: 'refused',
      data: { code: 'not-in-roster', door: 'slack' },
    },
  ]);
});

it('a few of one stranger and some of all are kept each hour, whatever they are called', async () => {
  world.clock.turn(3601);
  for (let time = 0; time < 10; time += 1) await turnAway('T0OTHER/U0NOISY');
  expect((await refusals()).filter(({ actor }) => actor.id.endsWith('U0NOISY'))).toHaveLength(3);
  for (let user = 0; user < 100; user += 1) await turnAway(`T0OTHER/U${user}`);
  expect((await refusals()).length).toBeLessThanOrEqual(1 + 60);
  world.clock.turn(3601);
  await turnAway('T0OTHER/U <password=hunter2>\n*bold* 名前');
  expect((await refusals())[0]?.actor.id).toBe('slack:T0OTHER/Upasswordhunter2bold');
});
