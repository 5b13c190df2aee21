import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { entriesDuring, refusal, requestedLease, roomyConfig } from '../../test/leases.ts';

let world: TestWorld;

/** Production asks for one SRE; sandbox for two, or whoever is on call, of a wider circle. */
const two = `approval: { count: 2, from: [role:sre, role:admin, on-call, person:support] }`;

beforeAll(async () => {
  const config = roomyConfig((yaml) =>
    yaml.replace(/(id: sandbox-free[^]*?where: \[sandbox\])/, `$1\n    ${two}`),
  );
  world = await createWorld({ database: await openTestDatabase(), config });
});
afterAll(() => world.database.close());

const approve = (who: string, id: string) => world.as(who, 'lease.approve', { id });

async function orders(id: string, topic: string): Promise<Record<string, unknown>[]> {
  const { kysely } = world.database;
  const rows = await kysely.selectFrom('outbox').selectAll().where('topic', '=', topic).execute();
  return rows.map(({ payload }) => payload).filter(({ lease }) => lease === id);
}

describe('approving', () => {
  it('a hundred times at once grants once, with one entry, one message and one server', async () => {
    const { id } = await requestedLease(world);
    const click = (at: number) => {
      const more = at % 3 === 0 ? {} : { idempotencyKey: `key-${at % 7}` };
      const context = contextOf(at % 2 === 0 ? 'sre' : 'sre2', more);
      return world.core.call('lease.approve', context, { id });
    };
    const clicks = () => Promise.allSettled(Array.from({ length: 100 }, (_, at) => click(at)));
    const { entries, answer } = await entriesDuring(world, clicks);
    const settled = answer as Awaited<ReturnType<typeof clicks>>;
    const wrong = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    for (const error of wrong) expect(error).toMatchObject({ class: 'conflict' });
    // One decided; its replays, by its own key alone, are told the same.
    const yes = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(new Set(yes.map((lease) => JSON.stringify(lease.approvals))).size).toBe(1);
    expect(yes.length).toBeLessThan(20);
    expect(entries.map(({ action }) => action)).toEqual(['lease.approve']);
    const told = await orders(id, 'tell');
    expect(told.filter(({ notice }) => notice === 'approved')).toHaveLength(1);
    await world.live(10);
    const shown = await world.as('sre', 'ops.show', { id });
    expect(shown).toMatchObject({ state: 'active', approvals: [{ approver: expect.any(String) }] });
    const history = await world.as('sre', 'timeline.list', { lease: id });
    expect(history.filter(({ action }) => action === 'lease.granting')).toHaveLength(1);
  });

  it('tells the requester when a lease that starts later does so', async () => {
    const at = new Date(world.clock.now().getTime() + 24 * 3_600_000).toISOString();
    const { id } = await requestedLease(world, 'engineer', { at });
    await approve('sre', id);
    expect(await orders(id, 'tell')).toContainEqual(
      expect.objectContaining({
        notice: 'approved',
        facts: expect.objectContaining({ approver: 'sre', startsAt: at }),
      }),
    );
  });

  it('by n of a circle waits for n different people, however often one clicks', async () => {
    const { id } = await requestedLease(world, 'engineer', { environment: 'sandbox' });
    expect(await approve('sre', id)).toMatchObject({ state: 'requested', approvals: [{}] });
    expect(await refusal(approve('sre', id))).toBe('already-approved');
    const again = contextOf('sre', { idempotencyKey: 'second' });
    expect(await refusal(world.core.call('lease.approve', again, { id }))).toBe('already-approved');
    expect((await world.as('sre', 'ops.show', { id })).state).toBe('requested');
    const approved = await approve('support', id);
    expect(approved).toMatchObject({ state: 'approved', approval: { count: 2 } });
    expect(approved.approvals.map(({ approver }) => approver)).toEqual(['sre', 'support']);
    const entries = await world.as('sre', 'timeline.list', { lease: id });
    const have = entries.filter(({ action }) => action === 'lease.approve').map(({ data }) => data);
    expect(have).toMatchObject([{ have: 2, needed: 2 }, { have: 1 }]);
    expect(await refusal(approve('sre2', id))).toBe('wrong-state');
  });

  it.each(['lease.approve', 'lease.deny'] as const)(
    '%s is refused to the requester',
    async (verb) => {
      const { id, approval } = await requestedLease(world, 'sre');
      expect(approval.people).toEqual(['sre2']);
      const input = verb === 'lease.deny' ? { id, reason: 'no' } : { id };
      const { error, entries } = await entriesDuring(world, () => world.as('sre', verb, input));
      expect(error).toMatchObject({ code: 'self-approval' });
      const refused = {
        action: verb,
        outcome: 'refused',
        lease: id,
        data: { code: 'self-approval' },
      };
      expect(entries).toMatchObject([refused]);
      expect(await world.as('sre', 'ops.show', { id })).toMatchObject({
        state: 'requested',
        approvals: [],
      });
      expect((await approve('sre2', id)).state).toBe('approved');
    },
  );

  it('is refused to people whom the rule does not name, naming those whom it does', async () => {
    const { id } = await requestedLease(world);
    const facts = { from: ['group:sre'], people: ['sre', 'sre2'] };
    for (const who of ['support', 'engineer']) {
      const code = who === 'engineer' ? 'self-approval' : 'not-an-approver';
      const expected = who === 'engineer' ? { code } : { code, facts };
      await expect(approve(who, id)).rejects.toMatchObject(expected);
    }
    expect(await refusal(approve('auditor', id))).toBe('read-only');
  });

  it('is refused to the person for whom an agent asked', async () => {
    const principal = { ...contextOf('sre').principal, id: 'agent:sre', kind: 'agent' as const };
    const wish = { environment: 'production', for: '30m', reason: 'agent' };
    const asked = await world.core.call('ops.start', contextOf('', { principal }), wish);
    expect(asked).toMatchObject({ requester: 'sre', state: 'requested' });
    expect(await refusal(approve('sre', asked.id))).toBe('self-approval');
    const withdrawn = world.core.call('lease.withdraw', contextOf('', { principal }), asked);
    expect(await refusal(withdrawn)).toBe('bad-input');
    const { id } = asked;
    const taken = await world.core.call('lease.withdraw', contextOf('', { principal }), { id });
    expect(taken.state).toBe('withdrawn');
  });

  it('and denying at once settle on one of the two', async () => {
    const { id } = await requestedLease(world);
    const answers = await Promise.allSettled([
      approve('sre', id),
      world.as('sre2', 'lease.deny', { id, reason: 'not now' }),
      world.as('engineer', 'lease.withdraw', { id }),
    ]);
    const won = answers.flatMap((each) => (each.status === 'fulfilled' ? [each.value.state] : []));
    const { state } = await world.as('sre', 'ops.show', { id });
    // What was approved may still be withdrawn; nothing comes back from the other two.
    expect(won.at(-1)).toBe(state);
    expect(won.length).toBeLessThanOrEqual(2);
    expect(await refusal(world.as('sre', 'lease.deny', { id, reason: 'x' }))).toBe('wrong-state');
  });

  it('finds no lease behind an id that nobody was given', async () => {
    expect(await refusal(approve('sre', 'ops-zzzzzzzz'))).toBe('lease-not-found');
  });
});
