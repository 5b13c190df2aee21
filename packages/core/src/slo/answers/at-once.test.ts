import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, practiceConfig, type TestWorld } from '../../../../../test/support/world.ts';
import { addSlo, liveConfig, targetAtMoment } from '../../../test/agreements.ts';
import { entriesDuring, refusal } from '../../../test/leases.ts';
import { withSlos } from '../../../test/slos.ts';

const config = liveConfig(withSlos(practiceConfig()));
let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: config.live });
});
afterAll(() => world.database.close());

const reason = 'because';

it('several who accept at once settle it once, and everyone else is told', async () => {
  const id = addSlo(config);
  const proposal = await world.as('engineer', 'slo.propose', { id, target: 99.5, reason });
  const people = ['sre', 'sre2', 'sre', 'sre2', 'engineer'];
  const { entries, answer } = await entriesDuring(world, () =>
    Promise.all(people.map((who) => refusal(world.as(who, 'slo.accept', { id: proposal.id })))),
  );
  const codes = answer as readonly (string | null)[];
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set([null, 'agreement-over', codes.at(-1)]));
  const agreed = entries.filter(({ data }) => data['agreed'] === true);
  expect(agreed).toHaveLength(1);
  world.clock.turn(60);
  expect(await targetAtMoment(world, id, world.clock.now())).toBe(0.995);
});

it('of an acceptance and a refusal at once one counts, and rows and timeline say which', async () => {
  const id = addSlo(config);
  const proposal = await world.as('engineer', 'slo.propose', { id, target: 99.5, reason });
  const codes = await Promise.all([
    refusal(world.as('sre', 'slo.accept', { id: proposal.id })),
    refusal(world.as('sre2', 'slo.decline', { id: proposal.id, reason })),
  ]);
  expect(new Set(codes)).toEqual(new Set(['agreement-over', null]));
  const { proposals } = await world.as('auditor', 'slo.proposals', { id });
  expect(proposals).toMatchObject([{ state: codes[0] === null ? 'agreed' : 'declined' }]);
});

it('of several proposals at once one stays open', async () => {
  const id = addSlo(config);
  const targets = [99, 99.1, 99.2, 99.3];
  await Promise.all(
    targets.map((target) => world.as('engineer', 'slo.propose', { id, target, reason })),
  );
  const { proposals } = await world.as('auditor', 'slo.proposals', { id });
  expect(proposals.map(({ state }) => state)).toEqual(['open', 'replaced', 'replaced', 'replaced']);
});
