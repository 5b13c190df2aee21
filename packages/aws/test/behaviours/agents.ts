import { describe, expect } from 'vitest';
import type { Bench } from '../bench.ts';
import type { CloudJudge } from '../harness.ts';
import { eventually } from '../judges/eventually.ts';
import { launchOne } from './launching.ts';

export function describeAgents(bench: Bench<CloudJudge>): void {
  describe('agents and sessions', () => {
    bench.needs(
      'agents',
      'an agent SSM does not know is absent, one that registered is online',
      async () => {
        const { cloud, scope, looks } = bench.judge();
        const { instanceId } = await launchOne(bench);
        await eventually(bench.patienceMs, async () => {
          const status = await cloud.agents(scope, [instanceId, looks.unknownInstance]);
          expect([...status]).toEqual([
            [instanceId, 'online'],
            [looks.unknownInstance, 'absent'],
          ]);
        });
      },
    );

    bench.needs(
      'sessions',
      'an open session is listed with its owner until it is ended, twice',
      async () => {
        const { cloud, scope, looks, openSession } = bench.judge();
        const { instanceId } = await launchOne(bench);
        const sessionId = await eventually(bench.patienceMs, () => openSession(instanceId));
        await eventually(bench.patienceMs, async () => {
          const active = await cloud.sessions(scope, [instanceId]);
          expect(active).toMatchObject([{ sessionId, instanceId, document: null }]);
          expect(active[0]?.owner).toMatch(looks.owner);
          expect(await cloud.sessions(scope, [instanceId, looks.unknownInstance])).toEqual(active);
        });
        await cloud.endSession(scope, sessionId);
        await cloud.endSession(scope, sessionId);
        await eventually(bench.patienceMs, async () => {
          expect(await cloud.sessions(scope, [instanceId])).toEqual([]);
        });
      },
    );
  });
}
