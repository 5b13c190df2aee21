import { contract, type Principal, roles, type Verb, verbNames } from '@sekisho/contract';
import manifest from '@sekisho/contract/manifest.json' with { type: 'json' };
import { fieldHelp, verbHelp, verbTitle } from '@sekisho/words';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contextOf, type TestWorld } from '../../../test/support/world.ts';
import { createCiWorld, withCi } from '../test/ci.ts';
import { entriesDuring, roomyConfig } from '../test/leases.ts';
import { withLiveSessions } from '../test/live-sessions.ts';
import { leaveTeams, scenarioOf } from '../test/scenarios.ts';
import { withSlos } from '../test/slos.ts';
import { writeRestored } from './platform/restored.ts';
import { transactAsSystem } from './platform/transact-as-system.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await createCiWorld(withSlos(roomyConfig((yaml) => withLiveSessions(withCi(yaml)))));
});
afterEach(async () => {
  await leaveTeams(world);
  await transactAsSystem(world.core.house, (tx) => writeRestored(tx, null));
  await world.as('sre', 'lease.resume', { reason: 'next test' });
});
afterAll(() => world.database.close());

const principal = (more: Partial<Principal>): Principal => ({
  ...contextOf('sre').principal,
  ...more,
});

/** A promise that this verb does not make is no test of it, not a skipped one. */
function onlyIf(made: boolean): (title: string, promise: () => Promise<void>) => void {
  return made ? (title, promise) => it(title, promise) : () => undefined;
}

describe.each(verbNames)('%s', (name) => {
  const verb: Verb = contract[name];
  const { who, prepare, otherwise } = scenarioOf(name);
  const call = (input: unknown, context = contextOf(who)) => world.core.call(name, context, input);
  const refused = (code: string) => ({ action: name, outcome: 'refused', data: { code } });
  const writes = verb.effect !== 'read';

  it('answers as its contract says, and leaves an entry exactly when it writes', async () => {
    const input = await prepare(world);
    const { entries, answer, error } = await entriesDuring(world, () => call(input));
    expect(error).toBeNull();
    expect(verb.output.parse(answer)).toEqual(answer);
    const own = entries.filter(({ action }) => action === name);
    const mine = { action: name, outcome: 'done', actor: contextOf(who).principal };
    expect(own).toMatchObject(writes ? [mine] : []);
    if (!writes) expect(entries).toEqual([]);
  });

  it('refuses a token without its scope, an unknown person, and a field that it does not know', async () => {
    const input = await prepare(world);
    const scopes = [name === 'ops.list' ? 'ops.show' : 'ops.list', 'oops.*', name.slice(0, -1)];
    const scoped = await entriesDuring(world, () => call(input, contextOf(who, { scopes })));
    expect(scoped.error).toMatchObject({ code: 'token-scope' });
    expect(scoped.entries).toMatchObject(writes ? [refused('token-scope')] : []);
    await expect(call(input, contextOf('stranger'))).rejects.toMatchObject({
      code: 'not-in-roster',
    });
    const strange = await entriesDuring(world, () => call({ ...input, colour: 'red' }));
    expect(strange.error).toMatchObject({ code: 'bad-input', facts: { field: 'colour' } });
    expect(strange.entries).toEqual([]);
  });

  it('has a title, help and help for each field in both languages, and examples', () => {
    for (const language of ['en', 'ja'] as const) {
      expect(verbTitle(name, language)).not.toBe('');
      expect(verbHelp(name, language)).not.toBe('');
      for (const field of Object.keys(verb.input.shape)) {
        expect(fieldHelp(name, field, language), `${field} in ${language}`).not.toBe('');
      }
    }
    expect(verbHelp(name, 'ja')).not.toBe(verbHelp(name, 'en'));
    // A command that is its group's only one needs no second word.
    const command = name === 'doctor.examine' ? 'doctor' : name.replaceAll('.', ' ');
    expect(verb.examples.length).toBeGreaterThan(0);
    for (const example of verb.examples) expect(example).toMatch(new RegExp(`^${command}( |$)`));
  });

  it('can be derived into every door', () => {
    const declared = manifest.find((each) => each.name === name);
    expect(declared).toMatchObject({ effect: verb.effect, role: verb.role, secret: verb.secret });
    const fields = declared?.fields.map((field) => field.name);
    expect(fields).toEqual(Object.keys(verb.input.shape));
    expect(fields).toEqual(expect.arrayContaining([...verb.positional]));
    for (const io of ['input', 'output'] as const) {
      expect(() => z.toJSONSchema(verb[io], { io })).not.toThrow();
    }
    expect(z.toJSONSchema(verb.input, { io: 'input' })).toMatchObject({ type: 'object' });
    expect(name).toMatch(/^[a-z]+(\.[a-z]+(-[a-z]+)*){1,2}$/);
  });

  onlyIf(roles.indexOf(verb.role) > 0)(
    'refuses a weaker role, and leaves nothing but that refusal',
    async () => {
      const input = await prepare(world);
      const weaker = verb.role === 'admin' ? 'sre2' : verb.role === 'sre' ? 'engineer' : 'auditor';
      for (const low of new Set(['auditor', weaker])) {
        const { entries, error } = await entriesDuring(world, () => call(input, contextOf(low)));
        const code = low === 'auditor' && writes ? 'read-only' : 'role-too-weak';
        expect(error).toMatchObject({ code });
        expect(entries).toMatchObject(writes ? [refused(code)] : []);
      }
      // What was refused is still there to be done by who may.
      expect((await entriesDuring(world, () => call(input))).error).toBeNull();
    },
  );

  onlyIf(writes)('answers a replay as at first, once, and only to the same question', async () => {
    const input = await prepare(world);
    const keyed = contextOf(who, { idempotencyKey: `again-${name}` });
    const first = await entriesDuring(world, () => call(input, keyed));
    expect(first.error).toBeNull();
    const orders = await countOrders();
    const second = await entriesDuring(world, () => call(input, keyed));
    if (verb.secret) expect(second.error).toMatchObject({ code: 'already-issued' });
    else expect(second.answer).toEqual(first.answer);
    expect(second.entries).toEqual([]);
    expect(await countOrders()).toBe(orders);
    if (otherwise === undefined) return;
    const changed = call({ ...input, ...otherwise }, keyed);
    await expect(changed).rejects.toMatchObject({ code: 'idempotency-mismatch' });
  });

  onlyIf(verb.personOnly)('is never done by an agent, a job or a token', async () => {
    const input = await prepare(world);
    for (const wrong of [
      principal({ id: 'agent:sre', kind: 'agent', assurance: 'token' }),
      principal({ id: 'agent:sre', kind: 'agent', assurance: 'practice' }),
      principal({ kind: 'ci', assurance: 'oidc' }),
      principal({ kind: 'system', assurance: 'none' }),
      principal({ assurance: 'token' }),
      principal({ assurance: 'none' }),
    ]) {
      const { entries, error } = await entriesDuring(world, () =>
        call(input, contextOf('sre', { principal: wrong, scopes: ['*'] })),
      );
      expect(error).toMatchObject({ code: 'approver-must-be-person' });
      expect(entries).toMatchObject([refused('approver-must-be-person')]);
    }
    expect((await entriesDuring(world, () => call(input))).error).toBeNull();
  });
});

it('counts saying yes and saying no as approving', () => {
  const approving = verbNames.filter((name) => contract[name].effect === 'approve');
  expect(approving).toEqual([
    'access.live-sessions-approve',
    'lease.approve',
    'lease.deny',
    'slo.accept',
    'slo.decline',
  ]);
});

async function countOrders(): Promise<number> {
  const row = await world.database.kysely
    .selectFrom('outbox')
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirst();
  return Number(row?.count);
}
