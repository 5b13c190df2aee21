import { expect, test } from 'vitest';
import { startBench, useBenches } from '../test/bench.ts';

useBenches();

const shown = (value: unknown) => JSON.stringify(value);

test('the form of access offers what one could have, and says what it takes or why not', async () => {
  const bench = await startBench();
  await bench.command('U0SRE2', '/ops access');
  const first = await bench.form('U0SRE2', (view) => /no approval needed/.test(shown(view)));
  expect(shown(first)).toContain('PowerUser · at once');
  const choose = (viewId: string, blockId: string, actionId: string, value: string) =>
    bench.person('view/action', { user: 'U0SRE2', viewId, blockId, actionId, value });
  await choose(first.id, 'account', 'form.account', 'shop-production');
  const second = await bench.form('U0SRE2', (view) => /look-at-production/.test(shown(view)));
  expect(shown(second)).toContain('needs 1 of group sre');
  const sets = 'permissionSet:111111111111';
  await choose(second.id, sets, 'form.permissionSet', 'Admin');
  const third = await bench.form('U0SRE2', (view) => /No policy lets you/.test(shown(view)));
  await choose(third.id, sets, 'form.permissionSet', 'ReadOnly');
  const last = await bench.form('U0SRE2', (view) => /needs 1 of group sre/.test(shown(view)));
  const values = { account: 'shop-production', permissionSet: 'ReadOnly', reason: 'the queue' };
  await bench.person('view/submit', { user: 'U0SRE2', viewId: last.id, values });
  expect(shown(await bench.told('U0SRE2', /the queue/))).toMatch(/Asked.*live on for at most 8 h/);
  expect(bench.core.calls.findLast(({ name }) => name === 'access.request')).toMatchObject({
    context: { principal: { id: 'sre2' }, language: 'en' },
    input: values,
  });
});
