import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useBench } from '../../../../test/support/engine-bench.ts';

vi.setConfig({ testTimeout: 120_000 });

const bench = useBench();
const wish = { permissionSet: 'ReadOnly', account: 'staging', for: '1h', reason: 'look' };
const show = (id: string) => bench.as('sre', 'access.show', { id });

describe('a permission set that is asked for', () => {
  it('is there within seconds and gone after its deadline', async () => {
    const { id, state } = await bench.as('engineer', 'access.request', wish);
    expect(state).toBe('approved');
    await bench.live(30);
    expect(await show(id)).toMatchObject({ state: 'active', permissionSet: 'ReadOnly' });
    await bench.live(3600 + 60);
    expect(await show(id)).toMatchObject({ state: 'ended', ending: 'deadline' });
  });
});
