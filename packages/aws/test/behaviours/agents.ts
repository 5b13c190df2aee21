import { StartSessionCommand } from '@aws-sdk/client-ssm';
import { describe, expect } from 'vitest';
import type { Bench } from '../bench.ts';
import { eventually } from '../judges/eventually.ts';
import { launchOne } from './launching.ts';

const UNKNOWN = 'i-0123456789abcdef0';

export function describeAgents(bench: Bench): void {
  describe('agents and sessions', () => {
    bench.needs(
      'agents',
      'an agent SSM does not know is absent, one that registered is online',
      async () => {
        const { cloud, scope } = bench.judge();
        const { instanceId } = await launchOne(bench);
        await eventually(bench.patienceMs, async () => {
          const status = await cloud.agents(scope, [instanceId, UNKNOWN]);
          expect([...status]).toEqual([
            [instanceId, 'online'],
            [UNKNOWN, 'absent'],
          ]);
        });
      },
    );

    bench.needs(
      'sessions',
      'an open session is listed with its owner until it is ended, twice',
      async () => {
        const { cloud, scope, ssm } = bench.judge();
        const { instanceId } = await launchOne(bench);
        const opened = await eventually(bench.patienceMs, () =>
          ssm.send(new StartSessionCommand({ Target: instanceId })),
        );
        const sessionId = opened.SessionId ?? '';
        await eventually(bench.patienceMs, async () => {
          const active = await cloud.sessions(scope, [instanceId]);
          expect(active).toMatchObject([{ sessionId, instanceId, document: null }]);
          expect(active[0]?.owner).toMatch(/^arn:aws:/);
          expect(await cloud.sessions(scope, [instanceId, UNKNOWN])).toEqual(active);
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
