import type { OpsLease } from '@sekisho/contract';
import { afterAll, expect, test } from 'vitest';
import { printed, type Ran, sekisho } from './support/cli.ts';
import { clearHouse, instancesOf, until } from './support/judge.ts';

afterAll(clearHouse);

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

test('starts a server with one command, waits for it, and prints the lease', async () => {
  const wanted = '--environment staging --for 30m --wait --json'.split(' ');
  const lease = printed<OpsLease>(await sekisho('ops', 'start', '--reason', 'look', ...wanted));
  expect(lease).toMatchObject({
    id: expect.stringMatching(/^ops-\w+$/),
    state: 'active',
    holder: 'engineer',
    environment: 'staging',
    deadline: expect.stringMatching(iso),
    instanceId: expect.stringMatching(/^i-[0-9a-f]+$/),
    costPerHour: expect.any(Number),
  });
  const before = lease.deadline ?? '';
  const more = printed<OpsLease>(await sekisho('ops', 'extend', lease.id, '--by', '30m', '--json'));
  expect(Date.parse(more.deadline ?? '') - Date.parse(before)).toBe(1_800_000);

  const listed = printed<OpsLease[]>(await sekisho('ops', 'list', '--json'));
  expect(listed.map(({ id }) => id)).toContain(lease.id);

  expect(await sekisho('ops', 'stop', lease.id, '--wait')).toMatchObject({ code: 0 });
  expect((await instancesOf(lease.id)).map(({ state }) => state)).toEqual(['terminated']);
  const past = printed<OpsLease[]>(await sekisho('ops', 'history', '--json'));
  expect(past.find(({ id }) => id === lease.id)).toMatchObject({ state: 'ended' });
});

test('prints a production request as it stands, and an SRE approves it from a terminal', async () => {
  const ask = 'ops start --environment production --for 1h --reason look --json --as engineer';
  const asked = printed<OpsLease>(await sekisho(...ask.split(' ')));
  expect(asked).toMatchObject({ state: 'requested', deadline: null, instanceId: null });

  const own = await sekisho('lease', 'approve', asked.id);
  expect(own.code).toBe(3);
  saysInOneLine(own);
  expect(await sekisho('--as', 'sre', 'lease', 'approve', asked.id)).toMatchObject({ code: 0 });
  const lease = await until(asked.id, 'active');
  expect(lease.approvals.map(({ approver }) => approver)).toEqual(['sre']);
});

test('ends with 3 and one line that says why when an auditor acts', async () => {
  const start = 'ops start --environment staging --for 30m --reason look --as auditor';
  const refused = await sekisho(...start.split(' '));
  expect(refused).toMatchObject({ code: 3, stdout: '' });
  saysInOneLine(refused);
  expect(await sekisho('ops', 'list', '--json', '--as', 'auditor')).toMatchObject({ code: 0 });
});

test.each([
  ['a span that is none', 'ops start --environment staging --for soon --reason look', 2],
  ['an environment that is none', 'ops start --environment moon --for 30m --reason look', 2],
  ['no reason', 'ops start --environment staging --for 30m', 2],
  ['more than production lends', 'ops start --environment production --for 2h --reason look', 3],
  ['a lease that is none', 'ops stop ops-00000000', 4],
  ['an id that no lease could bear', 'lease approve nonesuch --as sre', 4],
  ['a server that is none', 'ops list --url http://127.0.0.1:9', 5],
])('ends as it should, with one line, for %s', async (_what, line, code) => {
  const ended = await sekisho(...line.split(' '));
  expect(ended).toMatchObject({ code, stdout: '' });
  saysInOneLine(ended);
});

test('finds the timeline intact', async () => {
  const verified = await sekisho('timeline', 'verify');
  expect(verified.code).toBe(0);
  expect(verified.stdout).toMatch(/^The chain is intact: \d+ entries/);
});

function saysInOneLine({ stderr }: Ran): void {
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr.trim().length).toBeGreaterThan(20);
}
