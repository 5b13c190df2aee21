import { expect, it, vi } from 'vitest';
import { useBench } from '../../../../test/support/engine-bench.ts';
import { promoteImage } from '../../../../test/support/promote-image.ts';
import { backupOf, useRestored } from '../../test/restored.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const bench = useBench();
const restored = useRestored(bench);
const settling = { reason: 'looked at every server with Aiko' };

it.each([
  ['before it was replaced', false],
  ['while it was being replaced', true],
])(
  'a server whose database is of %s is kept, and is the one that is connected to',
  async (_, amid) => {
    await bench.core.begin();
    const id = await bench.ask({ environment: 'staging', for: '2h' });
    await bench.live(300);
    const before = amid ? null : await backupOf(bench.database);
    promoteImage(bench.cloud);
    await bench.as('engineer', 'ops.replace', { id });
    const backup = before ?? (await backupOf(bench.database));
    await bench.live(600);
    const [fresh, ...more] = bench.living(id);
    expect(more).toEqual([]);

    const house = await restored(backup);
    const { shown } = await house.as('sre', 'recovery.show', {});
    await house.as('sre', 'recovery.settle', { ...settling, shown: shown ?? '' });
    await house.live(600);
    expect(bench.living(id).map((instance) => instance.id)).toEqual([fresh?.id]);
    const lease = await house.as('sre', 'ops.show', { id });
    expect(lease).toMatchObject({ state: 'active', instanceId: fresh?.id });
    await house.live(9000);
    expect(bench.living(id)).toEqual([]);
    expect(await house.as('sre', 'ops.show', { id })).toMatchObject({ state: 'ended' });
  },
);
