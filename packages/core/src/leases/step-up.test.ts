import type { Config } from '@sekisho/config';
import type { Principal } from '@sekisho/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/test-database.ts';
import { contextOf, createWorld, type TestWorld } from '../../../../test/support/world.ts';
import { refusal, requestedLease, roomyConfig } from '../../test/leases.ts';

let world: TestWorld;
/** What the rule for production asks for now. */
let stepUp: 'passkey' | 'login' | null = 'passkey';

const configs = Object.fromEntries(
  (['passkey', 'login', null] as const).map((needed) => {
    const more = needed === null ? '' : `approval:\n      stepUp: ${needed}`;
    const edit = (yaml: string) =>
      `${yaml.replaceAll('approval:', () => more || 'approval:')}\nurl: https://sekisho.example.com\n`;
    return [String(needed), roomyConfig(edit)];
  }),
);

beforeAll(async () => {
  const config = new Proxy(configs.null as Config, {
    get: (_, name) => Reflect.get(configs[String(stepUp)] ?? {}, name) as unknown,
  });
  world = await createWorld({ database: await openTestDatabase(), config });
});
afterAll(() => world.database.close());

function showing(assurance: Principal['assurance'], secondsAgo: number) {
  const at = new Date(world.clock.now().getTime() - secondsAgo * 1000);
  const principal = { ...contextOf('sre').principal, assurance, authenticatedAt: at.toISOString() };
  return contextOf('sre', { principal });
}

const approve = (id: string, assurance: Principal['assurance'], secondsAgo = 1) =>
  refusal(world.core.call('lease.approve', showing(assurance, secondsAgo), { id }));

describe('an approval that asks to be shown again who agrees', () => {
  it.each([
    ['passkey', 'passkey', 299, null],
    ['passkey', 'passkey', 300, 'step-up-needed'],
    ['passkey', 'oidc', 1, 'step-up-needed'],
    ['passkey', 'slack', 1, 'step-up-needed'],
    ['login', 'oidc', 299, null],
    ['login', 'passkey', 1, null],
    ['login', 'oidc', 300, 'step-up-needed'],
    ['login', 'slack', 1, 'step-up-needed'],
    [null, 'slack', 1, null],
  ] as const)('for %s takes %s of %i seconds ago: %s', async (needed, assurance, ago, code) => {
    stepUp = needed;
    const { id, approval } = await requestedLease(world);
    expect(approval.stepUp ?? null).toBe(needed);
    expect(await approve(id, assurance, ago)).toBe(code);
  });

  it('tells where it can be shown', async () => {
    stepUp = 'passkey';
    const { id } = await requestedLease(world);
    const call = world.core.call('lease.approve', showing('slack', 1), { id });
    const url = `https://sekisho.example.com/leases/${id}`;
    await expect(call).rejects.toMatchObject({ facts: { needed: 'passkey', url } });
  });

  it('goes on asking although the rule asks no more, for what was asked then', async () => {
    stepUp = 'passkey';
    const { id } = await requestedLease(world);
    stepUp = null;
    expect(await approve(id, 'oidc')).toBe('step-up-needed');
  });

  it('is not enough when the rule asks for more by the time of the grant', async () => {
    stepUp = 'login';
    const { id } = await requestedLease(world);
    expect(await approve(id, 'oidc')).toBeNull();
    stepUp = 'passkey';
    await world.live(60);
    const { state } = await world.as('sre', 'ops.show', { id });
    expect(state).toBe('failed');
  });

  it('is not asked of whoever denies', async () => {
    stepUp = 'passkey';
    const { id } = await requestedLease(world);
    const denied = world.core.call('lease.deny', showing('slack', 1), { id, reason: 'not now' });
    expect(await refusal(denied)).toBeNull();
  });
});
