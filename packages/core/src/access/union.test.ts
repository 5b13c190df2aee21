import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import {
  type EngineBench,
  openBench,
  practiceDirectory,
} from '../../../../test/support/engine-bench.ts';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { AppError } from '../platform/app-error.ts';
import type { Database } from '../platform/database/database.ts';

// Hours of an engine's life are thousands of statements.
vi.setConfig({ testTimeout: 300_000 });

let database: Database;
let bench: EngineBench;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const staging = '222222222222';
const people = { engineer: 'taro.suzuki', sre2: 'ken.watanabe' } as const;
type Who = keyof typeof people;
const sets = ['ReadOnly'] as const;
type SetName = (typeof sets)[number];

const keyOf = (who: Who, set: SetName) => `${who} ${set}`;
const rowOf = (who: Who, set: SetName) => ({
  account: staging,
  permissionSetArn: practiceDirectory.permissionSetArn(set),
  principalType: 'USER' as const,
  principalId: practiceDirectory.userId(people[who]),
});

/** Who has which set in staging, as AWS says. */
function present(): Set<string> {
  const rows = [...bench.cloud.world.directory.assignments.values()];
  const has = (who: Who, set: SetName) => {
    const { permissionSetArn, principalId } = rowOf(who, set);
    return rows.some(
      (one) =>
        one.account === staging &&
        one.permissionSetArn === permissionSetArn &&
        one.principalId === principalId,
    );
  };
  const all = (Object.keys(people) as Who[]).flatMap((who) => sets.map((set) => ({ who, set })));
  return new Set(
    all.filter(({ who, set }) => has(who, set)).map(({ who, set }) => keyOf(who, set)),
  );
}

/** What live leases and what stood before want. */
async function wanted(
  standing: ReadonlySet<string>,
): Promise<{ must: Set<string>; may: Set<string> }> {
  const leases = await bench.as('sre', 'access.list', {});
  const names = (states: readonly string[]) =>
    leases
      .filter(({ state }) => states.includes(state))
      .map(({ holder, permissionSet }) => `${holder} ${permissionSet}`);
  return {
    must: new Set([...standing, ...names(['active'])]),
    may: new Set([...standing, ...names(['active', 'granting', 'revoking'])]),
  };
}

const who = fc.constantFrom<Who>('engineer', 'sre2');
const set = fc.constantFrom<SetName>(...sets);
const ask = fc.record({
  do: fc.constant('ask' as const),
  who,
  set,
  minutes: fc.integer({ min: 5, max: 40 }),
  later: fc.constantFrom(0, 2, 9),
});
const nth = fc.nat(5);
const step = fc.oneof(
  { weight: 2, arbitrary: ask },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('return' as const), nth }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...{ do: fc.constant('extend' as const), nth },
      minutes: fc.integer({ min: 5, max: 40 }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      minutes: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('trouble' as const),
      kind: fc.constantFrom('throttle', 'lost-request', 'stale-list', 'none'),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(one: Step): Promise<void> {
  const input = { account: 'staging', reason: 'x' };
  if (one.do === 'wait') return bench.live(one.minutes * 60);
  if (one.do === 'trouble') {
    if (one.kind === 'none') return bench.fault();
    return bench.fault({ kind: one.kind, probability: 0.4, delayMs: 60_000 } as never);
  }
  if (one.do === 'ask') {
    const at = new Date(bench.clock.now().getTime() + one.later * 60_000).toISOString();
    const when = one.later === 0 ? {} : { at };
    const asked = { ...input, permissionSet: one.set, for: `${one.minutes}m`, ...when };
    await bench.as(one.who, 'access.request', asked).catch(allowRefusal);
  } else {
    const leases = await bench.as('sre', 'access.list', {});
    const lease = leases[one.nth % Math.max(1, leases.length)];
    if (lease === undefined) return;
    const { id, holder } = lease;
    const verb = one.do === 'return' ? 'access.return' : 'access.extend';
    const by = one.do === 'extend' ? { by: `${one.minutes}m` } : {};
    await bench.as(holder, verb, { id, ...by } as never).catch(allowRefusal);
  }
  await bench.live(20);
}

/** Ids of leases that ended so. */
async function endedAs(ending: string): Promise<string[]> {
  const rows = await database.kysely
    .selectFrom('leases')
    .select('id')
    .where('ending', '=', ending)
    .execute();
  return rows.map(({ id }) => String(id));
}

/** A refusal is an answer; anything else is a bug. */
function allowRefusal(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

it('what is there is always the union of live leases and what stood before, whoever asks, returns and fails', async () => {
  const stands = fc.array(fc.record({ who, set }), { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(
      stands,
      fc.array(ask, { minLength: 3, maxLength: 5 }),
      fc.array(step, { minLength: 8, maxLength: 16 }),
      async (before, asks, steps) => {
        bench = await openBench(database);
        const standing = new Set<string>();
        for (const [index, one] of before.entries()) {
          standing.add(keyOf(one.who, one.set));
          bench.cloud.world.directory.assignments.put(`by hand ${index}`, rowOf(one.who, one.set));
        }
        for (const one of [...asks, ...steps]) {
          await take(one);
          const { must, may } = await wanted(standing);
          const there = present();
          for (const name of must) expect(there).toContain(name);
          for (const name of there) expect(may).toContain(name);
          // Nobody takes anything away by hand here.
          expect(await endedAs('resource-gone')).toEqual([]);
        }
        bench.fault();
        await bench.live(10 * 3600);
        expect(present()).toEqual(standing);
        expect(await bench.as('sre', 'access.list', {})).toEqual([]);
        const left = [...bench.cloud.world.schedules.values()];
        expect(left.filter(({ name }) => name.startsWith('sekisho-access'))).toEqual([]);
      },
    ),
    { numRuns: 8, seed: 4 },
  );
});
