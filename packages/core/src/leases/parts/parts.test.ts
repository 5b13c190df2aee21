import { isFinal } from '@sekisho/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type EngineBench, openBench } from '../../../../../test/support/engine-bench.ts';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Database } from '../../platform/database/database.ts';
import type { LeaseRow } from '../row.ts';

vi.setConfig({ testTimeout: 300_000 });

let database: Database;
let bench: EngineBench;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const verbs = ['approve', 'deny', 'withdraw', 'return', 'extend', 'ask'] as const;
type Verb = (typeof verbs)[number];
type Step =
  | Verb
  | { readonly look: number }
  | { readonly wait: number }
  | { readonly fault: number };

// A look at one target at a time: the whole and its parts take turns in any order.
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...verbs) },
  { weight: 6, arbitrary: fc.record({ look: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ wait: fc.constantFrom(1, 5, 400, 1200) }) },
  { weight: 1, arbitrary: fc.record({ fault: fc.constantFrom(0, 0.5) }) },
);

async function take(one: Step): Promise<void> {
  if (typeof one !== 'object') return call(one).catch(allowRefusal);
  if ('look' in one) return void (await bench.core.reconcile(one.look));
  if ('wait' in one) return bench.clock.turn(one.wait);
  bench.fault(...(one.fault === 0 ? [] : [{ kind: 'throttle', probability: one.fault } as never]));
}

async function call(verb: Verb): Promise<void> {
  if (verb === 'ask') {
    await bench.as('engineer', 'membership.request', { team: 'sre', for: '20m', reason: 'x' });
    return;
  }
  const [lease] = await bench.as('engineer', 'membership.list', {});
  if (lease === undefined) return;
  const { id } = lease;
  if (verb === 'approve') await bench.as('sre', 'lease.approve', { id });
  if (verb === 'deny') await bench.as('sre', 'lease.deny', { id, reason: 'no' });
  if (verb === 'withdraw') await bench.as('engineer', 'lease.withdraw', { id });
  if (verb === 'return') await bench.as('engineer', 'membership.return', { id });
  if (verb === 'extend') await bench.as('engineer', 'membership.extend', { id, for: '10m' });
}

/** A refusal is an answer; anything else is a bug. */
function allowRefusal(error: unknown): void {
  if (!(error instanceof AppError)) throw error;
}

async function expectTogether(): Promise<void> {
  const rows = (await database.kysely.selectFrom('leases').selectAll().execute()) as LeaseRow[];
  for (const part of rows.filter(({ part_of: parent }) => parent !== null)) {
    const parent = rows.find(({ id }) => id === part.part_of) as LeaseRow;
    const going = parent.state === 'revoking' || isFinal(parent.state);
    if (going) expect(['revoking', 'withdrawn', 'ended', 'failed']).toContain(part.state);
    if (parent.state === 'requested') expect(part.state).toBe('requested');
    if (part.granted_at !== null) {
      expect(parent.granted_at).not.toBeNull();
      expect(+part.granted_at).toBeGreaterThanOrEqual(Number(parent.granted_at));
      expect(Number(part.hard_maximum)).toBeLessThanOrEqual(Number(parent.hard_maximum));
    }
    if (part.state === 'active' && parent.state === 'active') {
      const last = Math.min(Number(parent.deadline), Number(part.hard_maximum));
      expect(Number(part.deadline)).toBe(last);
    }
  }
}

/** What was granted, whole or part, has exactly one entry of it. */
async function expectEntries(): Promise<void> {
  const entries = await database.kysely.selectFrom('entries').selectAll().execute();
  const granted = await database.kysely
    .selectFrom('leases')
    .select('id')
    .where('granted_at', 'is not', null)
    .execute();
  const told = entries.filter(({ action }) => action === 'lease.granting');
  expect(told).toHaveLength(granted.length);
  expect(new Set(told.map(({ lease }) => lease))).toEqual(new Set(granted.map(({ id }) => id)));
}

it('parts never come before what they are part of, and never outlast it, whatever happens in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 20 }), async (steps) => {
      bench = await openBench(database);
      for (const one of ['ask', 'approve', ...steps] as const) {
        await take(one);
        await expectTogether();
      }
      await expectEntries();
      bench.fault();
      const [open] = await bench.as('engineer', 'membership.list', {});
      if (open !== undefined) await take('return');
      await bench.live(200);
      await expectTogether();
      expect(await bench.as('engineer', 'lease.list', { holder: 'engineer' })).toEqual([]);
    }),
    { numRuns: 6, seed: 7 },
  );
});
