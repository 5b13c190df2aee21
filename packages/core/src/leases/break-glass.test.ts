import type { Principal } from '@sekisho/contract';
import { expect, it, vi } from 'vitest';
import { useBench } from '../../../../test/support/engine-bench.ts';
import { contextOf } from '../../../../test/support/world.ts';
import { refusal } from '../../test/leases.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench((yaml) => {
  const shown = yaml.replaceAll('breakGlass:\n', 'breakGlass:\n      stepUp: passkey\n');
  return `${shown}\nurl: https://sekisho.example.com\n`;
});

function showing(assurance: Principal['assurance'], secondsAgo = 1) {
  const at = new Date(bench.clock.now().getTime() - secondsAgo * 1000);
  const principal = { ...contextOf('sre').principal, assurance, authenticatedAt: at.toISOString() };
  return contextOf('sre', { principal });
}

const server = {
  environment: 'production',
  for: '30m',
  reason: 'checkout is down',
  breakGlass: true,
};
const access = {
  ...{ account: 'prod', permissionSet: 'AdministratorAccess', for: '1h', reason: 'down & out' },
  breakGlass: true,
};

it('starts a server at once only for whoever showed a passkey, and sends others where they can', async () => {
  const start = (assurance: Principal['assurance'], ago?: number) =>
    bench.core.call('ops.start', showing(assurance, ago), server);
  await expect(start('slack')).rejects.toMatchObject({
    code: 'step-up-needed',
    facts: {
      needed: 'passkey',
      url: 'https://sekisho.example.com/ask?environment=production&for=30m&reason=checkout+is+down&breakGlass=yes',
    },
  });
  expect(await refusal(start('oidc'))).toBe('step-up-needed');
  expect(await refusal(start('passkey', 300))).toBe('step-up-needed');
  const { id, breakGlass } = await start('passkey');
  await bench.live(10);
  expect([breakGlass, await bench.state(id)]).toEqual([true, 'active']);
});

it('lends access at once only so too, and carries over every account that was asked for', async () => {
  const ask = (assurance: Principal['assurance'], more = {}) =>
    bench.core.call('access.request', showing(assurance), { ...access, ...more });
  const url = await ask('slack').catch((error: { facts?: { url: string } }) => error.facts?.url);
  const carried = new URL(String(url));
  expect([carried.pathname, Object.fromEntries(carried.searchParams)]).toEqual([
    '/access',
    { ...access, account: 'production', breakGlass: 'yes' },
  ]);
  expect((await ask('passkey')).breakGlass).toBe(true);
});
