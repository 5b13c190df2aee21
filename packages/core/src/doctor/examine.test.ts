import { expect, it, vi } from 'vitest';
import { useBench } from '../../../../test/support/engine-bench.ts';
import { databaseExaminations } from './examine-database.ts';

vi.setConfig({ testTimeout: 60_000 });

const bench = useBench();

/** `outcome` by code of what the house says of itself. */
async function outcomes(input: object = {}): Promise<Record<string, string>> {
  const { findings } = await bench.as('sre', 'doctor.examine', input);
  return Object.fromEntries(findings.map(({ code, outcome }) => [code, outcome]));
}

it('finds a house well that has nothing to hide, and answers only what was asked', async () => {
  expect(await outcomes()).toMatchObject({
    'database-schema': 'good',
    'stop-everything': 'off',
    restore: 'settled',
    engine: 'good',
    'stuck-leases': 'none',
  });
  expect(await outcomes({ only: ['engine'] })).toEqual({ engine: 'good' });
  const elsewhere = { account: '999999999999', only: ['aws-role'] };
  expect(await outcomes(elsewhere)).toEqual({ 'config-file': 'no-account' });
});

it('looks once for all who ask the same at a time', async () => {
  const now = vi.spyOn(bench.database, 'now');
  const looks = async (...asked: readonly ('database' | 'database-schema')[]) => {
    now.mockClear();
    await Promise.all(asked.map((code) => outcomes({ only: [code] })));
    return now.mock.calls.length;
  };
  const one = await looks('database');
  expect([await looks('database', 'database'), await looks('database', 'database-schema')]).toEqual(
    [...[one, 2 * one]],
  );
  now.mockRestore();
});

it('tells that everything is stopped, and by whom', async () => {
  await bench.as('sre', 'lease.stop-all', { reason: 'a token leaked' });
  const { findings } = await bench.as('sre', 'doctor.examine', { only: ['stop-everything'] });
  expect(findings).toMatchObject([{ outcome: 'on', level: 'warning', facts: { by: 'sre' } }]);
});

it('tells that what is due waits for an engine', async () => {
  await bench.ask();
  bench.clock.turn(3600);
  expect(await outcomes({ only: ['engine'] })).toEqual({ engine: 'late' });
});

it('tells how old the last checkpoint is', async () => {
  await bench.as('sre', 'timeline.anchor', {});
  expect(await outcomes({ only: ['anchor'] })).toEqual({ anchor: 'good' });
  // More than eight days, though not nine.
  bench.clock.turn(8 * 86_400 + 3600);
  expect(await outcomes({ only: ['anchor'] })).toEqual({ anchor: 'old' });
});

it('is for SREs and admins', async () => {
  await expect(bench.as('engineer', 'doctor.examine', {})).rejects.toMatchObject({
    code: 'role-too-weak',
  });
});

it('tells of a database whose clock is off, and of one that does not answer', async () => {
  const ask = async (now: () => Promise<Date>) => {
    const database = { ...bench.database, now };
    const [one] = databaseExaminations(database, { practice: false, where: 'db.example.com' });
    const findings = await one?.examine(AbortSignal.timeout(10_000));
    return findings?.map(({ code, outcome }) => `${code} ${outcome}`);
  };
  const ahead = (seconds: number) => async () => new Date(Date.now() + seconds * 1000);
  expect(await ask(ahead(0))).toContain('clock-database good');
  expect(await ask(ahead(-30))).toContain('clock-database off');
  expect(await ask(ahead(600))).toContain('clock-database far');
  const gone = async () => {
    throw new Error('Connection terminated');
  };
  expect(await ask(gone)).toEqual([
    'database unreachable',
    'database-schema blocked',
    'clock-database blocked',
  ]);
});
