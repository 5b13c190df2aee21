import { describe, expect, it } from 'vitest';
import type { Bench } from '../bench.ts';
import { eventually } from '../judges/eventually.ts';
import { launchOne } from './launching.ts';

export function describeAccounts(bench: Bench): void {
  describe('an account', () => {
    it('other than the one meant is refused', async () => {
      const { cloud, scope, template } = bench.judge();
      const wrong = { ...scope, account: '999999999999' };
      await expect(cloud.resolveTemplate(wrong, template)).rejects.toMatchObject({
        failure: 'denied',
        vendorCode: 'WrongAccount',
      });
    });

    bench.needs('roles', 'entered by its role is another account than our own', async () => {
      const { cloud, scope, elsewhere } = bench.judge();
      if (elsewhere === undefined) throw new Error('this judge gives no role to assume');
      const { tags } = await launchOne(bench);
      const values = [tags['sekisho:lease'] ?? ''];
      await eventually(bench.patienceMs, async () => {
        expect(await cloud.instancesByTag(scope, 'sekisho:lease', values)).toHaveLength(1);
      });
      expect(await cloud.instancesByTag(elsewhere, 'sekisho:lease', values)).toEqual([]);
    });
  });
}
