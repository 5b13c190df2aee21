import type { Config } from '@sekisho/config';
import {
  type Core,
  carryOutOrders,
  createCore,
  newSigningKey,
  type Ports,
  randomIds,
  signerFromPem,
  systemClock,
} from '@sekisho/core';
import { afterAll } from 'vitest';
import { openTestDatabase } from '../../../../../test/support/test-database.ts';
import type { SlackDoor } from '../index.ts';

const opened: Core[] = [];

/** Closes, after the tests of a file, the databases of every core that they opened. */
export function useCores(): void {
  afterAll(async () => {
    for (const { house } of opened.splice(0)) await house.database.close();
  });
}

/** A cloud that can only say what would be launched: nothing here gets as far as launching. */
const cloud = {
  resolveTemplate: async () => ({
    ...{ launchTemplateId: 'lt-1', version: '1', imageId: 'ami-1', instanceType: 't3.small' },
    imageCreatedAt: '2026-11-01T00:00:00.000Z',
  }),
} as unknown as Ports['cloud'];

/** The house itself on a database of its own, with a configuration of the test's. */
export async function openCore(config: Config, more: Partial<Ports> = {}): Promise<Core> {
  const core = createCore({
    database: await openTestDatabase(),
    ...{ clock: systemClock, ids: randomIds, config: () => config },
    ports: {
      ...{ cloud, commands: {} as Ports['commands'], practice: true },
      prices: { costPerHour: () => 0.05 } as unknown as Ports['prices'],
      signer: signerFromPem(newSigningKey()),
      ...more,
    },
  });
  opened.push(core);
  await core.begin();
  return core;
}

/** Carries out by a door what the house ordered, until nothing is left; answers what failed. */
export async function carryOutAll(core: Core, door: SlackDoor): Promise<unknown[]> {
  const failures: unknown[] = [];
  const tried = await carryOutOrders(core.house, (order) =>
    door.carryOut(order).then(
      () => undefined,
      (error: unknown) => void failures.push(error),
    ),
  );
  return tried === 0 ? failures : [...failures, ...(await carryOutAll(core, door))];
}
