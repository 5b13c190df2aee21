import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { countMarked, plantedVerb, runPlanted, writeMarked } from '../../test/planted.ts';
import { outsideTransactions } from '../core.ts';
import { AppError } from './app-error.ts';
import { type Context, insideTransaction, type Tx } from './context.ts';
import { settingIn, writeSetting } from './settings.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await createWorld({ database: await openTestDatabase() });
});
afterAll(() => world.database.close());

function run(parts: Parameters<typeof runPlanted>[1], context?: Context, raw?: unknown) {
  return runPlanted(world.core.house, parts, context, raw);
}

describe('doing a verb', () => {
  it('rolls back a write that recorded no entry', async () => {
    const decide = (tx: Tx) => writeSetting(tx, 'silent', 1);
    await expect(run({ decide })).rejects.toThrow('wrote without an entry');
    expect(await countMarked(world.core.house, 'silent')).toBe(0);
  });

  it('prepares outside a transaction and decides inside one', async () => {
    const seen: boolean[] = [];
    await run({
      prepare: async () => seen.push(insideTransaction()),
      decide: async (tx) => {
        seen.push(insideTransaction());
        tx.record({ action: 'planted' });
      },
    });
    expect([...seen, insideTransaction()]).toEqual([false, true, false]);
  });

  it('fails a verb that calls the cloud while its transaction is open', async () => {
    const { cloud } = outsideTransactions({ cloud: world.cloud } as never);
    const call = () => cloud.disarm({ environment: 's', account: '2', region: 'r' }, 'none');
    const decide = async (tx: Tx) => {
      await writeMarked(tx, 'calling');
      await call();
    };
    await expect(run({ decide })).rejects.toThrow('cloud.disarm was called inside a transaction');
    expect(await countMarked(world.core.house, 'calling')).toBe(0);
    await run({ prepare: call });
  });

  it('lets two deciders of one subject take turns, and those of two subjects pass', async () => {
    const events: string[] = [];
    const decide = async (tx: Tx, { word }: { word: string }) => {
      const before = (await settingIn<number>(tx, 'turns')) ?? 0;
      events.push(`${word} in`);
      await new Promise((resolve) => setImmediate(resolve));
      await writeSetting(tx, 'turns', before + 1);
      tx.record({ action: 'planted' });
      events.push(`${word} out`);
    };
    const words = ['a', 'b', 'c', 'd', 'e'];
    const turn = (word: string) => run({ subject: () => 'one', decide }, undefined, { word });
    await Promise.all(words.map(turn));
    for (let at = 0; at < events.length; at += 2) {
      expect(events[at + 1]).toBe(events[at]?.replace('in', 'out'));
    }
    const turns = await world.database.transaction((sql) =>
      sql.selectFrom('settings').select('value').where('key', '=', 'turns').executeTakeFirst(),
    );
    expect(turns?.value).toBe(words.length);
  });

  it('answers twenty simultaneous calls with one key alike, and decides once', async () => {
    let decided = 0;
    const decide = async (tx: Tx) => {
      decided += 1;
      await writeMarked(tx, `same-${decided}`);
      return { decided };
    };
    const keyed = contextOf('engineer', { idempotencyKey: 'same' });
    const answers = await Promise.all(Array.from({ length: 20 }, () => run({ decide }, keyed)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"decided":1}']),
    );
    expect(decided).toBe(1);
  });

  it('keeps keys apart by principal, and answers another question with a mismatch', async () => {
    const decide = (tx: Tx, { word }: { word: string }) => writeMarked(tx, `key-${word}`);
    const keyed = (who: string) => contextOf(who, { idempotencyKey: 'apart' });
    expect(await run({ decide }, keyed('engineer'), { word: 'x' })).toBe('key-x');
    expect(await run({ decide }, keyed('support'), { word: 'y' })).toBe('key-y');
    await expect(run({ decide }, keyed('engineer'), { word: 'y' })).rejects.toMatchObject({
      code: 'idempotency-mismatch',
    });
  });

  it('forgets a key whose call failed, so that it may be tried again', async () => {
    let failing = true;
    const keyed = contextOf('engineer', { idempotencyKey: 'retried' });
    const decide = async (tx: Tx) => {
      if (failing) throw new AppError('changed-meanwhile', { id: 'x' });
      return writeMarked(tx, 'retried-well');
    };
    await expect(run({ decide }, keyed)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    failing = false;
    expect(await run({ decide }, keyed)).toBe('retried-well');
  });

  it('records a refusal in a transaction of its own, and nothing else of what was refused', async () => {
    const decide = async (tx: Tx) => {
      await writeMarked(tx, 'refused-late');
      throw new AppError('read-only', { who: 'engineer' });
    };
    const head = await newestEntry();
    await expect(run({ decide })).rejects.toMatchObject({ code: 'read-only' });
    expect(await countMarked(world.core.house, 'refused-late')).toBe(0);
    expect(await newestEntry()).toMatchObject({
      number: (head?.number ?? 0) + 1,
      outcome: 'refused',
      action: plantedVerb.name,
      data: { code: 'read-only' },
    });
  });

  it.each([
    { id: { toString: 1 } },
    { id: ['ops-12345678'] },
    { id: null },
    { id: 'x'.repeat(10_000) },
    { id: "ops-1'; drop" },
    [],
    'ops-12345678',
  ])('records a refusal of %j without taking it for a lease', async (raw) => {
    const call = run({ verb: { ...plantedVerb, role: 'admin' } }, undefined, raw);
    await expect(call).rejects.toMatchObject({ code: 'role-too-weak' });
    expect(await newestEntry()).toMatchObject({ outcome: 'refused', lease: null, subject: null });
  });
});

describe('a refusal', () => {
  const refused = (raw: unknown) =>
    run({ verb: { ...plantedVerb, role: 'admin' } }, undefined, raw).catch(() => undefined);

  it('bears the environment that the call named, if there is one of that name', async () => {
    await refused({ environment: 'staging' });
    expect(await newestEntry()).toMatchObject({ outcome: 'refused', environment: 'staging' });
    for (const environment of ['nowhere', 'constructor', 3]) {
      await refused({ environment });
      expect(await newestEntry()).toMatchObject({ outcome: 'refused', environment: null });
    }
  });

  it('is recorded sixty times an hour for each caller and verb, then only counted', async () => {
    const head = (await newestEntry())?.number ?? 0;
    const start = { environment: 'production', reason: 'look' };
    const ask = (who: string) => world.as(who, 'ops.start', start).catch(() => undefined);
    for (let many = 0; many < 70; many += 1) await ask('viewer');
    expect((await newestEntry())?.number).toBe(head + 60);
    await world.as('viewer', 'lease.stop-all', { reason: 'try it' }).catch(() => undefined);
    expect((await newestEntry())?.number).toBe(head + 61);
    world.clock.turn(3600);
    await ask('viewer');
    expect((await newestEntry())?.number).toBe(head + 62);
  });
});

async function newestEntry() {
  return (await world.as('sre', 'timeline.list', { limit: 1 }))[0];
}
