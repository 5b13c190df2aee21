import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { createWorld, practiceConfig, type TestWorld } from '../../../../../test/support/world.ts';
import {
  addSlo,
  agreedByTwo,
  liveConfig,
  statesInLog,
  targetAtMoment,
} from '../../../test/agreements.ts';
import { refusal } from '../../../test/leases.ts';
import { withSlos } from '../../../test/slos.ts';

const config = liveConfig(withSlos(practiceConfig()));
let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase(), config: config.live });
});
afterAll(() => world.database.close());

const day = 86_400;
// Owners: the engineer, and sre2 who is an SRE as well. Support may propose and no more.
const owners = ['engineer', 'sre2'];
const sres = ['sre', 'sre2'];
const who = fc.constantFrom('engineer', 'support', 'sre', 'sre2', 'auditor');
const deed = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('propose' as const),
      who,
      target: fc.constantFrom(99, 99.5, 99.9),
      inSeconds: fc.constantFrom(null, 60, 3 * day),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('accept' as const), who, newest: fc.nat(2) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('decline' as const), who, newest: fc.nat(2) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('turn' as const),
      seconds: fc.constantFrom(7, 61, 2 * day, 31 * day),
    }),
  },
);
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

async function perform(id: string, one: Deed): Promise<void> {
  if (one.do === 'turn') {
    world.clock.turn(one.seconds);
    return world.core.runLoops();
  }
  if (one.do === 'propose') {
    const at = new Date(world.clock.now().getTime() + (one.inSeconds ?? 0) * 1000);
    const from = one.inSeconds === null ? {} : { from: at.toISOString() };
    await refusal(
      world.as(one.who, 'slo.propose', { id, target: one.target, ...from, reason: 'x' }),
    );
    return;
  }
  const { proposals } = await world.as('sre', 'slo.proposals', { id });
  const proposal = proposals[one.newest];
  if (proposal === undefined) return;
  const input = { id: proposal.id, ...(one.do === 'decline' ? { reason: 'no' } : {}) };
  await refusal(world.as(one.who, `slo.${one.do}`, input));
}

it('a target is in force only by an owner and an SRE, the past never changes, and log and rows agree', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (deeds) => {
      const id = addSlo(config, 0.999, ['group:engineers', 'person:sre2']);
      const seen: { at: Date; target: number | undefined }[] = [];
      for (const one of deeds) {
        await perform(id, one);
        // The minute that goes on is past for whoever was judged by it already.
        const now = world.clock.now();
        seen.push({ at: now, target: await targetAtMoment(world, id, now) });
      }
      const { proposals } = await world.as('sre', 'slo.proposals', { id });
      for (const proposal of proposals)
        expect(proposal.inForceFrom !== null).toBe(proposal.state === 'agreed');
      for (const proposal of proposals.filter(({ state }) => state === 'agreed')) {
        expect(agreedByTwo(proposal, owners, sres)).toBe(true);
        expect(proposal.inForceFrom! >= proposal.agreedAt!.slice(0, 16)).toBe(true);
      }
      for (const { at, target } of seen) expect(await targetAtMoment(world, id, at)).toBe(target);
      const mine = new Set(proposals.map((proposal) => proposal.id));
      const log = await world.as('auditor', 'timeline.list', {
        service: `service-${id}`,
        limit: 200,
      });
      const states = Object.entries(statesInLog(log.toReversed())).filter(([key]) => mine.has(key));
      expect(Object.fromEntries(states)).toEqual(
        Object.fromEntries(proposals.map(({ id: key, state }) => [key, state])),
      );
    }),
    { numRuns: 25 },
  );
}, 60_000);
