import { describe, expect, it } from 'vitest';
import type { Bench } from '../bench.ts';
import type { CloudJudge } from '../harness.ts';

export function describeSwitch(bench: Bench<CloudJudge>): void {
  describe("a dead man's switch", () => {
    it('is armed, moved and removed, each twice to the same end', async () => {
      const { cloud, scope } = bench.judge();
      const lease = bench.unique('lease');
      const name = `sekisho-${lease}`;
      const [first, second] = [inHours(8), inHours(1)];
      expect(await cloud.armedFor(scope, name)).toBeNull();
      for (const at of [first, first, second, second]) {
        await cloud.arm(scope, { name, lease, at });
        expect(await cloud.armedFor(scope, name)).toBe(at);
      }
      await cloud.disarm(scope, name);
      await cloud.disarm(scope, name);
      expect(await cloud.armedFor(scope, name)).toBeNull();
    });

    it('can be armed again after it was removed', async () => {
      const { cloud, scope } = bench.judge();
      const lease = bench.unique('lease');
      const wanted = { name: `sekisho-${lease}`, lease, at: inHours(2) };
      await cloud.arm(scope, wanted);
      await cloud.disarm(scope, wanted.name);
      await cloud.arm(scope, wanted);
      expect(await cloud.armedFor(scope, wanted.name)).toBe(wanted.at);
      await cloud.disarm(scope, wanted.name);
    });

    it('for a time that has passed fires soon, and repeating it does not put it off', async () => {
      const { cloud, scope } = bench.judge();
      const lease = bench.unique('lease');
      const wanted = { name: `sekisho-${lease}`, lease, at: inHours(-1) };
      await cloud.arm(scope, wanted);
      const fires = await cloud.armedFor(scope, wanted.name);
      expect(Date.parse(fires ?? '') - Date.now()).toBeLessThanOrEqual(60_000);
      await cloud.arm(scope, wanted);
      expect(await cloud.armedFor(scope, wanted.name)).toBe(fires);
      await cloud.disarm(scope, wanted.name);
    });
  });
}

/** A whole second, so many hours from now (ISO 8601). */
function inHours(hours: number): string {
  const second = Math.floor(Date.now() / 1000) + hours * 3600;
  return new Date(second * 1000).toISOString();
}
