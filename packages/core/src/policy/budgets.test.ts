import { errorText } from '@sekisho/words';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { budgetPolicies } from '../../test/budget-policies.ts';
import { clearDatabase } from '../../test/clear-database.ts';
import { type SloScene, sloScene } from '../../test/slo-scene.ts';
import { sloConfig } from '../../test/slos.ts';
import { AppError } from '../platform/app-error.ts';
import type { Database } from '../platform/database/database.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearDatabase(database));

const checkout = sloConfig();
const policies = budgetPolicies(`  - id: calm
    who: [group:engineers]
    what: [ops-server]
    where: [staging]
    when: budget("checkout") >= 0.25
  - id: tight
    who: [group:engineers]
    what: [ops-server]
    where: [staging]
    approval: { count: 1, from: [group:sre] }
  - id: production
    who: [everyone]
    what: [ops-server]
    where: [production]
    when: budget("checkout-availability") > 0.1
    approval: { count: 1, from: [group:sre] }
`);

// A process remembers what it read of a database; each test lives in a time of its own.
let year = 2026;
function empty(): Promise<SloScene> {
  year += 1;
  return sloScene(database, [checkout], `${year}-11-02T03:00:00Z`, policies);
}

/** Two days of which so many in a thousand failed: of 99.9 %, one is the whole budget. */
async function house(bad: number): Promise<SloScene> {
  const scene = await empty();
  const { now, give, judge } = scene;
  await give(checkout, now() - 2880, now(), { good: 1000 - bad, bad });
  await judge();
  return scene;
}

const staging = { environment: 'staging', for: '30m', reason: 'look' };
const production = { ...staging, environment: 'production' };

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error(`was not refused: ${String(error)}`);
}

describe('a policy that asks for an error budget', () => {
  it('lends while enough is left', async () => {
    const { world } = await house(0);
    expect(await world.as('engineer', 'ops.quote', staging)).toMatchObject({
      ...{ approval: { count: 0 }, budgets: [], refusal: null },
    });
  });

  it('asks for more approval when it is spent, and tells which budget and how much', async () => {
    const { world } = await house(2);
    const quote = await world.as('engineer', 'ops.quote', staging);
    expect(quote).toMatchObject({ approval: { count: 1 }, refusal: null });
    expect(quote.budgets).toEqual([
      { rule: 'calm', budget: 'checkout', left: expect.closeTo(-1, 9), asked: 0.25 },
    ]);
    const lease = await world.as('engineer', 'ops.start', staging);
    expect(lease.state).toBe('requested');
  });

  it('refuses where no rule is left, and says why in both languages', async () => {
    const { world } = await house(2);
    const quote = await world.as('engineer', 'ops.quote', production);
    expect(quote.refusal?.code).toBe('budget-low');
    const error = await refusalOf(world.as('engineer', 'ops.start', production));
    expect(error.facts).toMatchObject({ rule: 'production', asked: 0.1 });
    expect(errorText(error.code, error.facts as never, 'en').why).toMatch(
      /overspent by 100%.*asks for 10%/,
    );
    expect(errorText(error.code, error.facts as never, 'ja').why).toContain('10% を求めています');
  });

  it('refuses when nothing was measured, or not lately, however much was left', async () => {
    const { world, live } = await house(0);
    await live(361);
    const late = await refusalOf(world.as('engineer', 'ops.start', staging));
    expect(late).toMatchObject({ code: 'budget-unknown', facts: { problem: 'unmeasured' } });
    expect(errorText(late.code, late.facts as never, 'en').why).toContain('nothing was measured');
    expect(errorText(late.code, late.facts as never, 'ja').why).toContain(
      '直近 6 時間の計測がない',
    );
    await clearDatabase(database);
    const { world: fresh } = await empty();
    const never = await refusalOf(fresh.as('engineer', 'ops.start', staging));
    expect(never).toMatchObject({ code: 'budget-unknown', facts: { problem: 'unmeasured' } });
  });

  it('is judged again when what was approved is granted', async () => {
    const { world, give, now, judge } = await house(0);
    const later = new Date(world.clock.now().getTime() + 600_000).toISOString();
    const { id } = await world.as('engineer', 'ops.start', { ...production, at: later });
    await world.as('sre', 'lease.approve', { id });
    await give(checkout, now() - 10, now(), { bad: 100_000 });
    await judge();
    await world.live(900);
    const { state } = await world.as('engineer', 'ops.show', { id });
    expect(state).toBe('failed');
  });

  it('says in an explanation that a budget was why', async () => {
    const { world } = await house(2);
    const explained = await world.as('sre', 'policy.explain', {
      ...{ person: 'engineer', environment: 'staging' },
    });
    expect(explained[0]).toMatchObject({
      ...{ verdict: 'with-approval', rule: 'tight' },
      trace: [
        { rule: 'calm', result: 'budget-low' },
        { rule: 'tight', result: 'decides' },
      ],
    });
  });
});
