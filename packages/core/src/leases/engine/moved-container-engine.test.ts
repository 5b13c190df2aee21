import { CloudError } from '@sekisho/core';
import type { CloudScope } from '@sekisho/core/cloud';
import { expect, it, vi } from 'vitest';
import { useBench } from '../../../../../test/support/engine-bench.ts';
import { createWorld } from '../../../../../test/support/world.ts';
import { roomyConfig } from '../../../test/leases.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();
const [old, fresh] = ['unix:///run/old.sock', 'unix:///run/new.sock'];

const configWith = (endpoint: string) =>
  roomyConfig((yaml) =>
    yaml.replace('where: [staging]', 'where: [staging, lab]').replace(
      'environments:\n',
      () => `environments:
  lab:
    provider: docker
    engine: { endpoint: ${endpoint}, network: none }
    opsServer:
      image: ops-server:1
      sizes: [1cpu-2g]
      duration: { default: 30m, maximum: 8h }
`,
    ),
  );

/** Engines whose containers practice plays, of which one may be gone. */
function engines(isGone: (endpoint: string) => boolean) {
  const inPractice = { account: '222222222222', region: 'ap-northeast-1' };
  return new Proxy(bench.cloud, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return async ({ engine, ...place }: CloudScope, ...rest: unknown[]) => {
        if (isGone(engine?.endpoint ?? ''))
          throw new CloudError('unknown-outcome', 'ENOENT', 'no such file', null, 'engine');
        const template = { name: 'sekisho-ops-server', instanceType: 't3.micro' };
        const words = name === 'resolveTemplate' ? [template] : rest;
        return Reflect.apply(member, target, [{ ...place, ...inPractice }, ...words]) as unknown;
      };
    },
  });
}

it('what was lent on an engine that is gone keeps nobody waiting on the one that its environment was moved to', async () => {
  const { database, clock, core } = bench;
  const shared = { database, clock, ids: core.house.ids };
  const before = await createWorld({
    ...shared,
    config: configWith(old),
    cloud: engines(() => false),
  });
  const wish = { environment: 'lab', reason: 'look' };
  const { id: left } = await before.as('sre', 'ops.start', { ...wish, for: '2h' });
  await before.live(5);
  expect(await bench.state(left)).toBe('active');

  const after = await createWorld({
    ...shared,
    config: configWith(fresh),
    cloud: engines((endpoint) => endpoint === old),
  });
  const { id } = await after.as('sre', 'ops.start', { ...wish, for: '30m' });
  await after.live(5);
  expect(await bench.state(id)).toBe('active');
  clock.turn(31 * 60);
  await after.live(5);
  expect(bench.living(id)).toEqual([]);
  expect(await bench.state(left)).toBe('active');
  // Its end is due now: it stays to be taken back, and says of whom.
  clock.turn(2 * 3600);
  await after.live(5);
  expect(await after.as('sre', 'ops.show', { id: left })).toMatchObject({
    ...{ state: 'revoking', missing: 'engine-unreachable', engine: old },
  });
});

it('a container whose sessions cannot be read hides nobody else’s', async () => {
  const { database, clock, core } = bench;
  const silent = new Set<string>();
  const containers = new Proxy(
    engines(() => false),
    {
      get(target, name, receiver) {
        if (name !== 'sessions') return Reflect.get(target, name, receiver) as unknown;
        return async (_place: CloudScope, ids: readonly string[]) => {
          if (ids.some((id) => silent.has(id)))
            throw new CloudError('unknown-outcome', 'EngineTimedOut', 'late', null, 'engine');
          const startedAt = clock.now().toISOString();
          return ids.map((instanceId) => ({
            ...{ sessionId: `of-${instanceId}`, instanceId, owner: 'holder' },
            ...{ startedAt, document: null },
          }));
        };
      },
    },
  );
  const config = configWith(fresh);
  const world = await createWorld({
    ...{ database, clock, ids: core.house.ids },
    ...{ config, cloud: containers },
  });
  const wish = { environment: 'lab', reason: 'look' };
  const { id: one } = await world.as('sre', 'ops.start', wish);
  const { id: other } = await world.as('sre2', 'ops.start', wish);
  await world.live(5);
  silent.add(bench.living(one)[0]?.id ?? '');
  expect(await world.as('sre', 'ops.who', {})).toMatchObject([{ lease: other }]);
  silent.add(bench.living(other)[0]?.id ?? '');
  await expect(world.as('sre', 'ops.who', {})).rejects.toMatchObject({
    code: 'engine-unreachable',
  });
});
