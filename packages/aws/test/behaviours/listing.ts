import { describe, expect, it } from 'vitest';
import type { Bench } from '../bench.ts';
import type { CloudJudge } from '../harness.ts';
import { eventually } from '../judges/eventually.ts';
import { launchOne } from './launching.ts';

export function describeListing(bench: Bench<CloudJudge>): void {
  describe('a listing by tag', () => {
    it('finds instances whose tag has one of the values, and no others', async () => {
      const { cloud, scope } = bench.judge();
      const [first, second] = [await launchOne(bench), await launchOne(bench)];
      await launchOne(bench);
      const leases = [first, second].map(({ tags }) => tags['sekisho:lease'] ?? '');
      await eventually(bench.patienceMs, async () => {
        const found = await cloud.instancesByTag(scope, 'sekisho:lease', [...leases, 'nobody']);
        const ids = found.map(({ instanceId }) => instanceId).sort();
        expect(ids).toEqual([first.instanceId, second.instanceId].sort());
      });
    });

    it('still shows what has just been terminated', async () => {
      const { cloud, scope } = bench.judge();
      const { instanceId, tags } = await launchOne(bench);
      await eventually(bench.patienceMs, async () => {
        await cloud.terminate(scope, instanceId);
        const values = [tags['sekisho:lease'] ?? ''];
        const [found] = await cloud.instancesByTag(scope, 'sekisho:lease', values);
        expect(['shutting-down', 'terminated']).toContain(found?.state);
      });
    });

    it('takes a star for a star', async () => {
      const { cloud, scope } = bench.judge();
      await launchOne(bench);
      expect(await cloud.instancesByTag(scope, 'sekisho:lease', ['lease-*'])).toEqual([]);
    });

    it('of no values asks nothing and finds nothing', async () => {
      const { cloud, scope } = bench.judge();
      expect(await cloud.instancesByTag(scope, 'sekisho:lease', [])).toEqual([]);
    });
  });
}
