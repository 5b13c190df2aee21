import { expect, test } from 'vitest';
import { sampleAccess, sampleMembership } from '../../../../../test/support/sample-lease.ts';
import { type Bench, startBench, useBenches } from '../test/bench.ts';

useBenches();

const shown = (value: unknown) => JSON.stringify(value);

/** Puts a lease of another kind among those of the core in memory, which knows it by its id alone. */
function lend({ core }: Bench, lease: { readonly id: string }): void {
  core.leases.set(lease.id, lease as never);
}

const ending = ({ core }: Bench) =>
  core.calls.filter(({ name }) => /stop|return|extend|withdraw/.test(name));

test.each(['access return', 'access 返却', 'join return', '参加 離脱', 'access extend 1h', '離脱'])(
  '/ops %s touches no server',
  async (text) => {
    const bench = await startBench();
    await bench.command('U0ENG', '/ops start staging 1h look');
    await bench.told('U0ENG', /ops-test/);
    const [id = ''] = bench.core.leases.keys();
    bench.core.change(id, { state: 'active', step: 'ready' });
    await bench.command('U0ENG', `/ops ${text}`);
    expect(shown(await bench.told('U0ENG', /対象の貸出がありません/))).toMatch(/ops-test0001/);
    expect(ending(bench)).toEqual([]);
  },
);

test.each([
  ['stop', sampleMembership(), 'join return mem-…'],
  ['返却', sampleMembership(), 'join return mem-…'],
  ['extend 30d', sampleMembership(), 'join extend mem-…'],
  ['stop', sampleAccess(), 'access return acc-…'],
  ['ops extend', sampleAccess(), 'access extend acc-…'],
] as const)('/ops %s touches nothing of another kind, and says how', async (text, lease, how) => {
  const bench = await startBench();
  lend(bench, lease);
  await bench.command('U0ENG', `/ops ${text}`);
  expect(shown(await bench.told('U0ENG', /対象の貸出がありません/))).toContain(`/ops ${how}`);
  expect(ending(bench)).toEqual([]);
});
